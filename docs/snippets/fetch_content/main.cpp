#include <balint/balint.hpp>

#include <iostream>

int main() { std::cout << balint::student_group::name << " has " << balint::student_group::order::size << " stages\n"; }

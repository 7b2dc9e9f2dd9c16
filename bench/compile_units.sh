# SPDX-License-Identifier: MIT
# The translation units whose cost bench/compile_cost.sh measures and bench/compile_gate.sh holds: compile_units DIR
# COMPILER writes them to DIR, one NAME.cpp each, and sets `units` to their names in their order. $here is the top.
compile_units() {
  local to=$1 compiler=$2
  units=()
  unit() { units+=("$1"); cat >"$to/$1.cpp"; }

  unit nothing </dev/null
  # Those of headers that balint.hpp leaves out do not count.
  "$compiler" -std=c++23 -I "$here/include" -M "$here/include/balint/balint.hpp" | tr ' \\' '\n\n' | grep '/balint/' |
    xargs grep -hE '^#include <[a-z_]+>' | sort -u >"$to/needed"
  unit standard_headers <"$to/needed"
  unit balint <<<'#include <balint/balint.hpp>'
  local using='#include <balint/balint.hpp>
using namespace balint;
template <protocol P> bool use(const group<P>& people, const event<P>& e) { session<P> s(people); return s.apply(e).has_value(); }'
  unit one_protocol <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);"
  unit two_protocols <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);
template bool use(const group<staff_group>&, const event<staff_group>&);"
  unit judge <<<"$using
template bool use(const group<student_group>&, const event<student_group>&);
verdict judged(const formation<student_group>& people, const event<student_group>& e) {
  judge<student_group> j(people);
  j.apply(e);
  return j.verdict();
}"
  local typed='#include <balint/balint.hpp>
using namespace balint;
template <typename Stage, typename Next> bool go(session_at<student_group, Stage> now, seat<role::leader> lead) {
  return std::move(now).template advance_to<Next>(lead).has_value();
}'
  unit typed_one_stage <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);"
  unit typed_two_stages <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);
template bool go<stage::selection, stage::story>(session_at<student_group, stage::selection>, seat<role::leader>);"
  unit typed_three_stages <<<"$typed
template bool go<stage::presentation, stage::selection>(session_at<student_group, stage::presentation>, seat<role::leader>);
template bool go<stage::selection, stage::story>(session_at<student_group, stage::selection>, seat<role::leader>);
template bool go<stage::story, stage::proposals>(session_at<student_group, stage::story>, seat<role::leader>);"
}

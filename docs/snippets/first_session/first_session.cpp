#include <balint/balint.hpp>

#include <iostream>
#include <span>
#include <string_view>
#include <vector>

using namespace balint;

using student = person<student_group>;
const student students[]{student::as<role::participant>("anna"), student::as<role::participant>("boris"),
                         student::as<role::participant>("vera"), student::as<role::leader>("lead")};
constexpr person_id anna{0}, boris{1}, vera{2}, lead{3};  // their places in the list

struct keeper {
  std::vector<event<student_group>>* events;
  void on_accepted(const event<student_group>& accepted) const { events->push_back(accepted); }
};
using meeting = session<student_group, keeper>;

template <typename Act, typename... Target>
void does(meeting& running, person_id who, Target... target) {
  std::cout << name_of<student_group>(running.stage()) << ": " << students[who.index].id << ' ' << Act::name;
  const auto answer = running.record<Act>(who, target...);
  if (!answer) {
    const auto& refusal = answer.error();
    std::cout << ", refused: " << name_of(refusal.code);
    for (const person_id by : refusal.owed.by) std::cout << ", " << students[by.index].id << " has not had a turn";
  }
  std::cout << '\n';
}

int main() {
  const auto formed = form<student_group>(students);
  for (const auto& advisory : formed.advisories) std::cout << "advisory: " << name_of(advisory.code) << '\n';
  const auto group = formed.formed();
  if (!group) return 1;

  std::vector<event<student_group>> events;
  meeting running{*group, {&events}};

  does<act::present_case>(running, anna);
  does<act::present_case>(running, boris);
  does<act::advance>(running, lead);
  does<act::pass>(running, vera);
  does<act::advance>(running, lead);

  for (const person_id one : {anna, boris, vera}) does<act::vote>(running, one, case_id{anna});
  does<act::select_case>(running, lead, case_id{anna});
  does<act::accept_case>(running, anna);
  does<act::advance>(running, lead);

  does<act::tell_story>(running, anna);
  does<act::ask>(running, vera);
  does<act::answer>(running, anna);
  does<act::advance>(running, lead);

  does<act::propose>(running, boris);
  does<act::propose>(running, vera);
  does<act::advance>(running, lead);

  for (const option_id option : {option_id{1}, option_id{2}}) {
    does<act::assess>(running, boris, option);
    does<act::forecast>(running, vera, option);
  }
  does<act::advance>(running, lead);

  does<act::self_assess>(running, anna);
  does<act::close>(running, lead);

  const auto ignore = [](const finding<student_group>&) {};
  const std::span<const event<student_group>> trace(events);
  std::cout << events.size() << " events: " << name_of(judge_trace<student_group>(formed, trace, ignore)) << '\n';
  const auto late = trace.subspan(10);  // begun with the story
  std::cout << late.size() << " events: " << name_of(judge_trace<student_group>(formed, late, ignore)) << '\n';
}

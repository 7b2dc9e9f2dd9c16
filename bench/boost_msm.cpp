// SPDX-License-Identifier: MIT
// Boost.MSM: the stages are states; an act of a stage is an internal transition of its state, an act throughout one of
// the machine. An event that a state has no transition for is of the wrong stage.
// More rows than Boost's vectors have by default.
#define BOOST_MPL_CFG_NO_PREPROCESSED_HEADERS
#define BOOST_MPL_LIMIT_VECTOR_SIZE 30
#include "boost_machines.hpp"

#include <boost/mpl/vector.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>

namespace bench {
namespace {

namespace msm = boost::msm;
namespace mpl = boost::mpl;
using msm::front::none;

template <act A>
struct happens {
  const plain_event* e;
};

struct may_happen {
  template <act A, typename Machine, typename From, typename To>
  bool operator()(const happens<A>& what, Machine& m, From&, To&) const {
    m.last = m.session->template check<A>(*what.e);
    return m.last == answer::yes;
  }
};
struct takes_effect {
  template <act A, typename Machine, typename From, typename To>
  void operator()(const happens<A>& what, Machine& m, From&, To&) const {
    m.session->template accept<A>(*what.e);
  }
};

struct stages_ : msm::front::state_machine_def<stages_> {
  using no_exception_thrown = int;
  using no_message_queue = int;

  struct presentation : msm::front::state<> {};
  struct selection : msm::front::state<> {};
  struct story : msm::front::state<> {};
  struct proposals : msm::front::state<> {};
  struct assessment : msm::front::state<> {};
  struct self_assessment : msm::front::state<> {};
  using initial_state = presentation;

  template <typename Stage, act A, typename Next = none>
  using row = msm::front::Row<Stage, happens<A>, Next, takes_effect, may_happen>;
  template <act A>
  using throughout = msm::front::Internal<happens<A>, takes_effect, may_happen>;

  struct transition_table
      : mpl::vector<
            row<presentation, act::present_case>, row<presentation, act::advance, selection>,
            row<presentation, act::cut_short, selection>, row<selection, act::vote>, row<selection, act::select_case>,
            row<selection, act::accept_case>, row<selection, act::decline_case>, row<selection, act::advance, story>,
            row<selection, act::cut_short, story>, row<story, act::tell_story>, row<story, act::ask>,
            row<story, act::answer>, row<story, act::advance, proposals>, row<story, act::cut_short, proposals>,
            row<proposals, act::propose>, row<proposals, act::advance, assessment>,
            row<proposals, act::cut_short, assessment>, row<assessment, act::assess>, row<assessment, act::forecast>,
            row<assessment, act::advance, self_assessment>, row<assessment, act::cut_short, self_assessment>,
            row<self_assessment, act::self_assess>, row<self_assessment, act::close>> {};
  struct internal_transition_table
      : mpl::vector<throughout<act::open>, throughout<act::terminate>, throughout<act::pass>, throughout<act::withdraw>,
                    throughout<act::drop>, throughout<act::rejoin>, throughout<act::hand_over>, throughout<act::remind>,
                    throughout<act::refocus>, throughout<act::flag>, throughout<act::note>, throughout<act::assist>> {};

  template <typename Machine, typename Event>
  void no_transition(const Event&, Machine&, int) {
    last = answer::wrong_stage;
  }

  student_session* session = nullptr;
  answer last = answer::yes;
};
using stages = msm::back::state_machine<stages_>;

}  // namespace

std::uint64_t run_msm(const plain_group& who, plain_trace trace, answer* answers) {
  student_session session(who);
  stages machine;
  machine.session = &session;
  machine.start();
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < trace.count; ++i) {
    const auto& e = trace.first[i];
    auto last = session.check_before(e);
    if (last == answer::yes) {
      with_act(e.act, [&](auto which) { machine.process_event(happens<decltype(which)::value>{&e}); });
      last = machine.last;
    }
    sum += static_cast<std::uint8_t>(last);
    if (answers != nullptr) answers[i] = last;
  }
  return sum;
}

}  // namespace bench

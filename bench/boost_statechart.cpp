// SPDX-License-Identifier: MIT
// Boost.Statechart: the stages are inner states; an act of a stage is a reaction of its state, an act throughout one of
// the state around them. An event that nothing reacts to is of the wrong stage.
#include "boost_machines.hpp"

#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>

namespace bench {
namespace {

namespace sc = boost::statechart;
namespace mpl = boost::mpl;

template <act A>
struct happens : sc::event<happens<A>> {
  explicit happens(const plain_event& what) : e(&what) {}
  const plain_event* e;
};
template <act... Acts>
using reacts_to = mpl::list<sc::custom_reaction<happens<Acts>>...>;

struct running;
struct machine : sc::state_machine<machine, running> {
  explicit machine(const plain_group& who) : session(who) {}
  void unconsumed_event(const sc::event_base&) { last = answer::wrong_stage; }
  student_session session;
  answer last = answer::yes;
};

template <act A, typename State>
bool takes_place(State& state, const happens<A>& what) {
  auto& m = state.template context<machine>();
  m.last = m.session.template check<A>(*what.e);
  if (m.last != answer::yes) return false;
  m.session.template accept<A>(*what.e);
  return true;
}

struct presentation;
struct running : sc::simple_state<running, machine, presentation> {
  using reactions = reacts_to<act::open, act::terminate, act::pass, act::withdraw, act::drop, act::rejoin,
                              act::hand_over, act::remind, act::refocus, act::flag, act::note, act::assist>;
  template <act A>
  sc::result react(const happens<A>& what) {
    takes_place(*this, what);
    return discard_event();
  }
};

struct self_assessment : sc::simple_state<self_assessment, running> {
  using reactions = reacts_to<act::self_assess, act::close>;
  template <act A>
  sc::result react(const happens<A>& what) {
    takes_place(*this, what);
    return discard_event();
  }
};
template <typename Stage, typename Next, act... Acts>
struct stage_of : sc::simple_state<Stage, running> {
  using reactions = reacts_to<Acts..., act::advance, act::cut_short>;
  template <act A>
  sc::result react(const happens<A>& what) {
    const bool taken = takes_place(*this, what);
    if constexpr (A == act::advance || A == act::cut_short) {
      if (taken) return this->template transit<Next>();
    }
    return this->discard_event();
  }
};
struct assessment : stage_of<assessment, self_assessment, act::assess, act::forecast> {};
struct proposals : stage_of<proposals, assessment, act::propose> {};
struct story : stage_of<story, proposals, act::tell_story, act::ask, act::answer> {};
struct selection : stage_of<selection, story, act::vote, act::select_case, act::accept_case, act::decline_case> {};
struct presentation : stage_of<presentation, selection, act::present_case> {};

}  // namespace

std::uint64_t run_statechart(const plain_group& who, plain_trace trace, answer* answers) {
  machine m(who);
  m.initiate();
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < trace.count; ++i) {
    const auto& e = trace.first[i];
    auto last = m.session.check_before(e);
    if (last == answer::yes) {
      with_act(e.act, [&](auto which) { m.process_event(happens<decltype(which)::value>(e)); });
      last = m.last;
    }
    sum += static_cast<std::uint8_t>(last);
    if (answers != nullptr) answers[i] = last;
  }
  return sum;
}

}  // namespace bench

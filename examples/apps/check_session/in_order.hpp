// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Work done by several threads, its results taken in the order in which it was given.
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <utility>

/// Does at most so many tasks at a time.
template <typename Result>
class in_order {
 public:
  in_order(std::size_t threads, std::function<void(Result)> take) : threads_(threads), take_(std::move(take)) {}

  /// Begins a task; waits for the oldest one where all threads are at work.
  template <typename Task>
  void give(Task task) {
    if (running_.size() == threads_) take_oldest();
    running_.push_back(std::async(std::launch::async, std::move(task)));
  }
  /// Waits for all.
  void finish() {
    while (!running_.empty()) take_oldest();
  }

 private:
  void take_oldest() {
    auto oldest = std::move(running_.front());
    running_.pop_front();
    take_(oldest.get());
  }

  std::size_t threads_;
  std::function<void(Result)> take_;
  std::deque<std::future<Result>> running_;
};

// Enters: tasks, one after the other. Leaves: the same tasks, worked on by several threads, handed over in the order
// they came. Tested in tests/cli/ordered_pool_test.cpp.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace hardfacts::cli {

/// `work` runs in any of the threads; `done` runs in the caller's thread, in the order of submission, and returns false
/// to stop. No more than three tasks a thread are under way, so memory is bounded. With one thread there is none: the
/// work is done on submission. An exception of `work` is thrown again where its task would have been handed over.
template <class Task>
class OrderedPool {
public:
    OrderedPool(unsigned threads, std::function<void(Task&)> work, std::function<bool(Task&)> done)
        : work_(std::move(work)), done_(std::move(done)), limit_(std::size_t{threads} * 3) {
        if (threads < 2) return;
        for (unsigned k = 0; k < threads; ++k) threads_.emplace_back([this] { run(); });
    }
    OrderedPool(const OrderedPool&) = delete;
    OrderedPool& operator=(const OrderedPool&) = delete;

    ~OrderedPool() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        waiting_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    /// False once `done` has said stop.
    bool submit(Task task) {
        if (stopped_) return false;
        if (threads_.empty()) {
            work_(task);
            stopped_ = !done_(task);
            return !stopped_;
        }
        {
            const std::lock_guard lock(mutex_);
            under_way_.push_back(std::make_shared<Job>(std::move(task)));
            queue_.push_back(under_way_.back());
        }
        waiting_.notify_one();
        return hand_over(limit_ - 1);
    }

    /// Waits for everything that was submitted. False if `done` said stop.
    bool finish() { return hand_over(0); }

private:
    struct Job {
        explicit Job(Task&& given) : task(std::move(given)) {}
        Task task;
        bool ready = false;
        std::exception_ptr fault;
    };

    void run() {
        for (;;) {
            std::shared_ptr<Job> job;
            {
                std::unique_lock lock(mutex_);
                waiting_.wait(lock, [this] { return ending_ || !queue_.empty(); });
                if (ending_) return;
                job = std::move(queue_.front());
                queue_.pop_front();
            }
            try {
                work_(job->task);
            } catch (...) {
                job->fault = std::current_exception();
            }
            {
                const std::lock_guard lock(mutex_);
                job->ready = true;
            }
            finished_.notify_one();
        }
    }

    /// Hands over what is ready, and waits for the oldest while more than `most` are under way.
    bool hand_over(std::size_t most) {
        while (!stopped_ && !under_way_.empty()) {
            const std::shared_ptr<Job> job = under_way_.front();
            {
                std::unique_lock lock(mutex_);
                if (!job->ready && under_way_.size() <= most) break;
                finished_.wait(lock, [&] { return job->ready; });
            }
            under_way_.pop_front();
            if (job->fault) std::rethrow_exception(job->fault);
            stopped_ = !done_(job->task);
        }
        return !stopped_;
    }

    std::function<void(Task&)> work_;
    std::function<bool(Task&)> done_;
    std::size_t limit_;
    bool stopped_ = false;
    std::deque<std::shared_ptr<Job>> under_way_;  ///< oldest first; touched by the caller's thread alone
    std::mutex mutex_;                            ///< guards queue_, ending_ and every Job::ready
    std::condition_variable waiting_, finished_;
    std::deque<std::shared_ptr<Job>> queue_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace hardfacts::cli

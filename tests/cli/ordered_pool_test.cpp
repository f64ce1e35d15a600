#include "cli/ordered_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

using hardfacts::cli::OrderedPool;

TEST_CASE("tasks are handed over in the order they came, however long each takes") {
    for (const unsigned threads : {1U, 2U, 5U}) {
        CAPTURE(threads);
        std::vector<int> seen;
        {
            OrderedPool<int> pool(
                threads,
                [](int& n) {
                    for (int k = 0; k < (n % 7) * 1000; ++k) std::atomic_signal_fence(std::memory_order_seq_cst);
                    n *= 2;
                },
                [&](int& n) {
                    seen.push_back(n);
                    return true;
                });
            for (int n = 0; n < 500; ++n) CHECK(pool.submit(n));
            CHECK(pool.finish());
        }
        REQUIRE(seen.size() == 500);
        for (int n = 0; n < 500; ++n) CHECK(seen[static_cast<std::size_t>(n)] == 2 * n);
    }
}

TEST_CASE("no more than three tasks a thread are under way") {
    std::atomic<int> started = 0;
    int handed_over = 0;
    OrderedPool<int> pool(
        4, [&](int&) { ++started; },
        [&](int&) {
            ++handed_over;
            return true;
        });
    for (int n = 0; n < 200; ++n) {
        pool.submit(n);
        CHECK(n + 1 - handed_over <= 12);
    }
    pool.finish();
    CHECK(started == 200);
    CHECK(handed_over == 200);
}

TEST_CASE("who takes the tasks can stop") {
    for (const unsigned threads : {1U, 3U}) {
        int taken = 0;
        OrderedPool<int> pool(
            threads, [](int&) {}, [&](int&) { return ++taken < 5; });
        bool goes_on = true;
        for (int n = 0; n < 100 && goes_on; ++n) goes_on = pool.submit(n);
        CHECK_FALSE(pool.finish());
        CHECK_FALSE(pool.submit(0));
        CHECK(taken == 5);
    }
}

TEST_CASE("an exception of the work comes out where the task would have") {
    for (const unsigned threads : {1U, 3U}) {
        std::vector<int> seen;
        const auto run = [&] {
            OrderedPool<int> pool(
                threads,
                [](int& n) {
                    if (n == 3) throw std::runtime_error("three");
                },
                [&](int& n) {
                    seen.push_back(n);
                    return true;
                });
            for (int n = 0; n < 20; ++n) pool.submit(n);
            pool.finish();
        };
        CHECK_THROWS_WITH(run(), "three");
        CHECK(seen == std::vector<int>{0, 1, 2});
        seen.clear();
    }
}

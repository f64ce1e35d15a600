#include "cli/cleanup.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <cstring>

namespace hardfacts::cli {

namespace {

struct Slot {
    std::atomic<bool> used = false;
    std::array<char, PATH_MAX> path{};
};

// A signal handler may only touch what stands ready: no allocation, no locks.
std::array<Slot, 16> slots;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remove_and_end(int signal_number) {
    for (Slot& slot : slots) {
        if (slot.used.load()) unlink(slot.path.data());
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

}  // namespace

void remove_unfinished_on_signals() {
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        sigaction(signal_number, nullptr, &now);
        if (now.sa_handler == SIG_IGN) continue;  // nohup stays nohup
        struct sigaction action {};
        action.sa_handler = remove_and_end;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        sigaction(signal_number, &action, nullptr);
    }
}

std::size_t register_unfinished(const std::string& path) {
    if (path.size() >= PATH_MAX) return no_slot;
    for (std::size_t k = 0; k < slots.size(); ++k) {
        if (slots[k].used.load()) continue;
        std::memcpy(slots[k].path.data(), path.c_str(), path.size() + 1);
        slots[k].used.store(true);
        return k;
    }
    return no_slot;
}

void forget_unfinished(std::size_t slot) {
    if (slot != no_slot) slots[slot].used.store(false);
}

}  // namespace hardfacts::cli

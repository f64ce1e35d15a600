// The program `hardfacts`. Tested in tests/e2e/.
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cli/cleanup.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), and ends the program quietly
    hardfacts::cli::remove_unfinished_on_signals();
    return hardfacts::cli::run_program(std::vector<std::string>(argv + 1, argv + argc));
}

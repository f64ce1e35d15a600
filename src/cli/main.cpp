#include <fstream>
#include <iostream>
#include <variant>

#include "hardfacts.h"

int main(int, char**) { return 0; }

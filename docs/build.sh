#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The documentation site, from a bare Debian or Ubuntu machine to build/docs/site/html/index.html. Doxygen's warnings are
# errors, and so is a link inside the site that leads nowhere.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/setup.sh
require_for_docs
cmake --workflow --preset docs

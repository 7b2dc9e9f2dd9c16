# SPDX-License-Identifier: MIT
"""The recipe for Conan 2: conan create cmake/conan

Headers alone. Each adapter that needs packages is an option; none is on, and the core needs nothing.
"""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0"

# The adapters, what each requires, and its targets of CMake.
PACKAGES = {
    "experiment": {"boost/[>=1.74 <2]": ["boost::headers"]},
    "text": {"fmt/[>=9 <13]": ["fmt::fmt"]},
    "jsonl": {"simdjson/[>=3 <5]": ["simdjson::simdjson"]},
    "players": {"simdjson/[>=3 <5]": ["simdjson::simdjson"]},
    "xes": {"libxml2/[>=2.9 <3]": ["libxml2::libxml2"], "zlib/[>=1.2.11 <2]": ["zlib::zlib"]},
    "calibration": {"boost/[>=1.74 <2]": ["boost::headers"]},
    "testing": {"gtest/[>=1.12 <2]": ["gtest::gmock"]},
}
# What a component needs of the others: as in cmake/floors.cmake. MPI is the cluster's own: the component mpi is not here.
NEEDS = {
    "process": [],
    "random": [],  # ConanCenter has no Random123: its headers have to be where the compiler looks
    "simulation": ["random"],
    "experiment": ["random", "simulation", "log"],
    "calibration": ["random", "simulation"],
    "deviation": ["random"],
    "alignment": [],
    "monitoring": [],
    "log": [],
    "text": ["alignment"],
    "testing": ["alignment"],
    "jsonl": ["log", "monitoring"],
    "csv": ["log"],
    "words": ["log"],
    "xes": ["log"],
    "ocel": ["log"],
    "players": ["simulation", "words", "jsonl", "process"],
    "any": ["jsonl", "csv", "xes", "ocel"],
    "experiment_players": ["experiment", "players"],
}


class Balint(ConanFile):
    name = "balint"
    description = "Balint groups for teachers as C++ types, a session engine and a judge of traces"
    license = "MIT"
    topics = ("header-only", "protocol", "conformance", "process-mining")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {adapter: [True, False] for adapter in PACKAGES}
    default_options = {adapter: False for adapter in PACKAGES}
    no_copy_source = True

    @property
    def _root(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        cmake = load(self, os.path.join(self._root, "CMakeLists.txt"))
        self.version = self.version or re.search(r"VERSION ([0-9.]+)\n", cmake).group(1)

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "tests/suite/*", "docs/reference/balint.xesext"):
            copy(self, pattern, self._root, self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        for adapter, packages in PACKAGES.items():
            if self.options.get_safe(adapter):
                for package in packages:
                    self.requires(package, transitive_headers=True)

    def validate(self):
        check_min_cppstd(self, 23)

    def package_id(self):
        self.info.settings.clear()

    @property
    def _adapters(self):
        return [adapter for adapter in PACKAGES if self.options.get_safe(adapter)]

    def generate(self):
        toolchain = CMakeToolchain(self)
        for option in ("TESTS", "EXAMPLES", "BENCH", "DOCS"):
            toolchain.cache_variables[f"BALINT_BUILD_{option}"] = False
        # The targets come from this recipe, not from CMake's package: what they need is not looked for here.
        toolchain.cache_variables["BALINT_ADAPTERS"] = ""
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # The headers of the adapters, which CMake leaves out where it has not looked for their packages.
        copy(self, "balint/*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
        rmdir(self, os.path.join(self.package_folder, "lib"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "balint")
        self.cpp_info.set_property("cmake_target_name", "balint::everything")
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        core = self.cpp_info.components["balint"]
        core.set_property("cmake_target_name", "balint::balint")
        core.bindirs = core.libdirs = []
        have = {"balint"}
        for component, needs in NEEDS.items():
            is_off = component in PACKAGES and component not in self._adapters
            if is_off or not have.issuperset(needs):
                continue
            have.add(component)
            part = self.cpp_info.components[component]
            part.set_property("cmake_target_name", f"balint::{component}")
            part.bindirs = part.libdirs = []
            part.requires = ["balint", *needs]
            for targets in PACKAGES.get(component, {}).values():
                part.requires += targets

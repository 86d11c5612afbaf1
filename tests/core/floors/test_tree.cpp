// SPDX-License-Identifier: EUPL-1.2
// The house rules that a build does not see, held for every file of the tree.
#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <string_view>

namespace medicobus {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

constexpr std::array<std::string_view, 5> topFolders{"app", "core", "platform", "qml", "tests"};
constexpr std::size_t longestSource = 500;
constexpr std::size_t fullestFolder = 20;

struct SourceFile {
    std::string path; ///< From the root of the tree, with slashes.
    std::string text;
};

bool isSource(const fs::path& path) {
    constexpr std::array<std::string_view, 15> endings{".h",   ".cpp", ".cmake",    ".qml", ".js",
                                                       ".mjs", ".py",  ".sh",       ".css", ".html",
                                                       ".sql", ".in",  ".mustache", ".qrc", ".glsl"};
    return path.filename() == "CMakeLists.txt"
           || std::find(endings.begin(), endings.end(), path.extension()) != endings.end();
}

bool isIn(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

std::vector<fs::path> everyFile() {
    std::vector<fs::path> files;
    const fs::path root = MEDICOBUS_SOURCE_DIR;
    for (const auto folder : topFolders) {
        if (!fs::exists(root / folder)) {
            continue;
        }
        for (auto at = fs::recursive_directory_iterator(root / folder);
             at != fs::recursive_directory_iterator(); ++at) {
            const std::string name = at->path().filename();
            if (at->is_directory() && (name == "node_modules" || name == "__pycache__" || name[0] == '.')) {
                at.disable_recursion_pending();
            } else if (at->is_regular_file()) {
                files.push_back(fs::relative(at->path(), root));
            }
        }
    }
    return files;
}

/// Sources, and the scripts without ending that begin with "#!", such as tests/run.
std::vector<SourceFile> everySource() {
    std::vector<SourceFile> sources;
    for (const auto& path : everyFile()) {
        auto text = readFile(MEDICOBUS_SOURCE_DIR / path).value_or("");
        if (isSource(path) || (!path.has_extension() && text.starts_with("#!"))) {
            sources.push_back({path.generic_string(), std::move(text)});
        }
    }
    sources.push_back(
        {"CMakeLists.txt", readFile(fs::path(MEDICOBUS_SOURCE_DIR) / "CMakeLists.txt").value_or("")});
    return sources;
}

/// The lines of a source that match, as "path:line: text".
std::vector<std::string> linesLike(const SourceFile& source, const std::regex& wanted) {
    std::vector<std::string> found;
    std::size_t number = 0;
    std::size_t start = 0;
    while (start < source.text.size()) {
        const std::size_t end = std::min(source.text.find('\n', start), source.text.size());
        ++number;
        const std::string line = source.text.substr(start, end - start);
        if (line.find("include") != std::string::npos && std::regex_search(line, wanted)) {
            found.push_back(source.path + ":" + std::to_string(number) + ": " + line);
        }
        start = end + 1;
    }
    return found;
}

std::vector<std::string> coreLinesLike(const std::string& pattern) {
    const std::regex wanted(pattern);
    std::vector<std::string> found;
    for (const auto& source : everySource()) {
        if (isIn(source.path, "core")) {
            const auto lines = linesLike(source, wanted);
            found.insert(found.end(), lines.begin(), lines.end());
        }
    }
    return found;
}

TEST(Tree, IsWhereTheTestLooks) {
    const auto sources = everySource();
    EXPECT_GT(sources.size(), 50U);
    EXPECT_TRUE(std::any_of(sources.begin(), sources.end(),
                            [](const SourceFile& source) { return source.path == "core/base/file.cpp"; }));
}

TEST(Core, KnowsNothingOfQt) {
    EXPECT_THAT(coreLinesLike(R"(^\s*#\s*include\s*[<"]Q[A-Z])"), IsEmpty());
    EXPECT_THAT(coreLinesLike(R"(^\s*#\s*include\s*[<"]Qt[A-Z][A-Za-z]*/)"), IsEmpty());
}

TEST(Core, IncludesByFloorAndNeverSideways) {
    EXPECT_THAT(coreLinesLike(R"(^\s*#\s*include\s*[<"]\.\.?/)"), IsEmpty());
    EXPECT_THAT(coreLinesLike(R"(^\s*#\s*include\s*"[^/"]*")"), IsEmpty()) << "without its folder";
}

TEST(Sources, SayTheirLicenceFirst) {
    std::vector<std::string> silent;
    for (const auto& source : everySource()) {
        const std::size_t firstEnd = std::min(source.text.find('\n'), source.text.size());
        const bool opensOtherwise = source.text.starts_with("#!") || source.text.starts_with("<");
        const std::size_t last =
            opensOtherwise ? std::min(source.text.find('\n', firstEnd + 1), source.text.size()) : firstEnd;
        if (source.text.substr(0, last).find("SPDX-License-Identifier: EUPL-1.2") == std::string::npos) {
            silent.push_back(source.path);
        }
    }
    EXPECT_THAT(silent, IsEmpty());
}

TEST(Sources, AreShortEnoughToRead) {
    std::vector<std::string> tooLong;
    for (const auto& source : everySource()) {
        const auto lines = static_cast<std::size_t>(std::count(source.text.begin(), source.text.end(), '\n'));
        if (lines > longestSource) {
            tooLong.push_back(source.path + ": " + std::to_string(lines));
        }
    }
    EXPECT_THAT(tooLong, IsEmpty());
}

TEST(Folders, AreSmallEnoughToScan) {
    std::map<std::string, std::size_t> filesOf;
    for (const auto& path : everyFile()) {
        const std::string folder = path.parent_path().generic_string();
        const bool isData = isIn(folder + "/", "tests/data") || isIn(folder + "/", "qml/i18n")
                            || isIn(folder + "/", "tests/fuzz/corpus");
        // Pictures are looked up by name, not read through.
        const bool isPicture = path.extension() == ".svg" || path.extension() == ".png";
        if (!isData && !isPicture && path.filename() != "CMakeLists.txt") {
            ++filesOf[folder];
        }
    }
    std::vector<std::string> tooFull;
    for (const auto& [folder, count] : filesOf) {
        if (count > fullestFolder) {
            tooFull.push_back(folder + ": " + std::to_string(count));
        }
    }
    EXPECT_THAT(tooFull, IsEmpty()) << "a folder of more than 20 files, its CMakeLists.txt apart, is split";
}

/// The folders that the map of the README names: words that end in "/" and open a line of its section.
std::set<std::string> foldersOnTheMap(const std::string& readme) {
    std::set<std::string> folders;
    const std::regex heading(R"(^#+\s+(.*)$)");
    const std::regex entry(R"(^\W*([a-z_]+(?:/[a-z_]+)*)/)");
    bool isOnMap = false;
    std::size_t start = 0;
    while (start < readme.size()) {
        const std::size_t end = std::min(readme.find('\n', start), readme.size());
        const std::string line = readme.substr(start, end - start);
        std::smatch match;
        if (std::regex_search(line, match, heading)) {
            const std::string title = match[1];
            isOnMap = title.find("Map") != std::string::npos || title.find("map") != std::string::npos;
        } else if (isOnMap && std::regex_search(line, match, entry)) {
            folders.insert(match[1]);
        }
        start = end + 1;
    }
    return folders;
}

TEST(Readme, MapsTheTreeAsItIs) {
    const fs::path root = MEDICOBUS_SOURCE_DIR;
    const auto readme = readFile(root / "README.md");
    const auto mapped = foldersOnTheMap(readme.value_or(""));
    if (mapped.empty()) {
        GTEST_SKIP() << "skipped: no map in README.md yet";
    }
    for (const auto& folder : mapped) {
        EXPECT_TRUE(fs::is_directory(root / folder)) << folder << " is on the map and not in the tree";
    }
    for (const auto folder : topFolders) {
        if (fs::exists(root / folder)) {
            const bool isMapped = std::any_of(mapped.begin(), mapped.end(), [&](const std::string& name) {
                return name == folder || isIn(name, folder);
            });
            EXPECT_TRUE(isMapped) << folder << " is in the tree and not on the map";
        }
    }
    EXPECT_LE(std::count(readme->begin(), readme->end(), '\n'), 120) << "README.md";
}

TEST(Readme, IsReadAsAMap) {
    const auto folders = foldersOnTheMap(
        "# X\n other/ no\n## Map\n```\ncore/  base\n- `app/cli/` commands\n```\n## Next\nno/\n");
    EXPECT_EQ(folders, (std::set<std::string>{"core", "app/cli"}));
}

} // namespace
} // namespace medicobus

// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace medicobus {
namespace {

Fault writeFault(const std::filesystem::path& path, int cause) {
    ErrorCode code = codes::fileUnwritable;
    if (cause == EACCES || cause == EROFS || cause == EPERM) {
        code = codes::fileReadOnly;
    } else if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG) {
        code = codes::fileDiskFull;
    }
    return fault(code, {{"file", path.string()}, {"cause", std::strerror(cause)}});
}

/// Writes and syncs; 0 or the errno of what failed.
int writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    if (!std::filesystem::exists(status)) {
        return fault(codes::fileMissing, {{"file", path.string()}});
    }
    if (std::filesystem::is_directory(status)) {
        return fault(codes::fileIsFolder, {{"file", path.string()}});
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return fault(codes::fileUnreadable, {{"file", path.string()}, {"cause", std::strerror(errno)}});
    }
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad()) {
        return fault(codes::fileUnreadable, {{"file", path.string()}, {"cause", std::strerror(errno)}});
    }
    return content;
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view content) {
    std::error_code failure;
    if (path.has_parent_path()) {
        std::filesystem::create_directories(path.parent_path(), failure);
        if (failure) {
            return writeFault(path.parent_path(), failure.value());
        }
    }
    std::string temporary = path.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) {
        return writeFault(path, errno);
    }
    int cause = ::fchmod(descriptor, 0644) == 0 ? writeAll(descriptor, content) : errno;
    if (::close(descriptor) != 0 && cause == 0) {
        cause = errno;
    }
    if (cause == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) {
        cause = errno;
    }
    if (cause != 0) {
        ::unlink(temporary.c_str());
        return writeFault(path, cause);
    }
    return {};
}

} // namespace medicobus

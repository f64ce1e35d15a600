#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/cleanup.h"

namespace hardfacts::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

std::string reason() { return std::generic_category().message(errno); }

/// Bytes on their way to a file descriptor, in large writes.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) { buffer_.reserve(buffer_size); }

    /// False with errno set where the system refuses.
    bool write(std::string_view bytes) {
        if (buffer_.size() + bytes.size() > buffer_size && !flush()) return false;
        if (bytes.size() >= buffer_size) return write_all(bytes);
        buffer_ += bytes;
        return true;
    }

    bool flush() {
        const bool ok = write_all(buffer_);
        buffer_.clear();
        return ok;
    }

    int get() const { return descriptor_; }

private:
    bool write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t size = ::write(descriptor_, bytes.data(), bytes.size());
            if (size < 0 && errno == EINTR) continue;
            if (size < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(size));
        }
        return true;
    }

    int descriptor_;
    std::string buffer_;
};

/// Standard output, a pipe or a device.
class Stream : public Sink {
public:
    Stream(int descriptor, std::string name, bool owned) : out_(descriptor), name_(std::move(name)), owned_(owned) {}
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() override {
        if (owned_) close(out_.get());
    }

    std::string write(std::string_view bytes) override { return closed_ ? "" : told(out_.write(bytes)); }
    std::string finish() override { return closed_ ? "" : told(out_.flush()); }
    bool closed() const override { return closed_; }

private:
    std::string told(bool ok) {
        if (ok) return "";
        closed_ = errno == EPIPE;
        return closed_ ? "" : name_ + ": cannot write: " + reason();
    }

    Descriptor out_;
    std::string name_;
    bool owned_;
    bool closed_ = false;
};

class AtomicFile : public Sink {
public:
    AtomicFile(int descriptor, fs::path place, std::string unfinished, std::string name)
        : out_(descriptor),
          place_(std::move(place)),
          unfinished_(std::move(unfinished)),
          name_(std::move(name)),
          slot_(register_unfinished(unfinished_)) {}
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile() override {
        close(out_.get());
        if (!finished_) unlink(unfinished_.c_str());
        forget_unfinished(slot_);
    }

    std::string write(std::string_view bytes) override { return out_.write(bytes) ? "" : told(); }

    std::string finish() override {
        if (!out_.flush() || fsync(out_.get()) != 0) return told();
        if (rename(unfinished_.c_str(), place_.c_str()) != 0) return told();
        finished_ = true;
        const int folder = open(place_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            fsync(folder);  // best effort: not every file system can, and the file itself is safe
            close(folder);
        }
        return "";
    }

private:
    std::string told() const { return name_ + ": cannot write: " + reason() + "; the file was left as it was"; }

    Descriptor out_;
    fs::path place_;
    std::string unfinished_;
    std::string name_;
    std::size_t slot_;
    bool finished_ = false;
};

/// The file that a path means: where links lead, in a folder that is spelt out.
fs::path real_place(const std::string& path) {
    std::error_code error;
    const fs::path place = fs::weakly_canonical(fs::absolute(path), error);
    return error ? fs::absolute(path) : place;
}

std::unique_ptr<Sink> open_stream(const std::string& path, std::string& fault) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor >= 0) return std::make_unique<Stream>(descriptor, path, true);
    fault = path + ": cannot be opened for writing: " + reason();
    return nullptr;
}

}  // namespace

std::unique_ptr<Sink> open_output_file(const std::string& path, std::string& fault) {
    const fs::path place = real_place(path);
    struct stat known {};
    const bool exists = stat(place.c_str(), &known) == 0;
    if (exists && S_ISDIR(known.st_mode)) {
        fault = path + ": is a folder; name a file in it";
        return nullptr;
    }
    if (exists && !S_ISREG(known.st_mode)) return open_stream(path, fault);
    if (exists && access(place.c_str(), W_OK) != 0) {
        fault = path + ": the file may not be written: " + reason();
        return nullptr;
    }
    const fs::path folder = place.parent_path();
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        fault = path + ": the folder " + folder.string() + " does not exist; make it first";
        return nullptr;
    }
    const std::string unfinished =
        (folder / ('.' + place.filename().string() + '.' + std::to_string(getpid()) + ".unfinished")).string();
    const int descriptor = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        fault = path + ": no file can be made in " + folder.string() + ": " + reason();
        return nullptr;
    }
    if (exists) fchmod(descriptor, known.st_mode & 07777U);
    return std::make_unique<AtomicFile>(descriptor, place, unfinished, path);
}

std::unique_ptr<Sink> open_standard_output() {
    return std::make_unique<Stream>(STDOUT_FILENO, "standard output", false);
}

}  // namespace hardfacts::cli

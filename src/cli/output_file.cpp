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

/// Pieces as large as these are written at once: to gather them would only move them through the cache again.
constexpr std::size_t large_piece = std::size_t{16} * 1024;
constexpr std::size_t buffer_size = std::size_t{64} * 1024;

std::string reason() { return std::generic_category().message(errno); }

/// Bytes on their way to a file descriptor, in large writes.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) { buffer_.reserve(buffer_size); }

    /// False with errno set where the system refuses.
    bool write(std::string_view bytes) {
        const bool large = bytes.size() >= large_piece;
        if ((large || buffer_.size() + bytes.size() > buffer_size) && !flush()) return false;
        if (large) return write_all(bytes);
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

/// The name of a file until it is finished.
class Unfinished {
public:
    Unfinished(fs::path place, std::string name)
        : place_(std::move(place)),
          name_(std::move(name)),
          path_((place_.parent_path() /
                 ('.' + place_.filename().string() + '.' + std::to_string(getpid()) + ".unfinished"))
                    .string()),
          slot_(register_unfinished(path_)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() {
        if (!finished_) unlink(path_.c_str());
        forget_unfinished(slot_);
    }

    const std::string& path() const { return path_; }

    /// Gives the file, which is flushed to the disk, its name. `keep`: no other file may have it.
    std::string finish(bool keep = false) {
        if (keep && renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), RENAME_NOREPLACE) == 0) {
            finished_ = true;
        } else if (keep && errno == EEXIST) {
            return name_ + ": another program made this file meanwhile, and it was left as it is; run this again";
        }
        // Not every file system knows names that must be free.
        if (!finished_ && rename(path_.c_str(), place_.c_str()) != 0) return told();
        finished_ = true;
        const int folder = open(place_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            fsync(folder);  // best effort: not every file system can, and the file itself is safe
            close(folder);
        }
        return "";
    }

    std::string told() const { return name_ + ": cannot write: " + reason() + "; the file was left as it was"; }

private:
    fs::path place_;
    std::string name_;
    std::string path_;
    std::size_t slot_;
    bool finished_ = false;
};

class AtomicFile : public Sink {
public:
    AtomicFile(int descriptor, std::unique_ptr<Unfinished> unfinished)
        : out_(descriptor), unfinished_(std::move(unfinished)) {}
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile() override { close(out_.get()); }

    std::string write(std::string_view bytes) override { return out_.write(bytes) ? "" : unfinished_->told(); }
    std::string finish() override {
        return out_.flush() && fsync(out_.get()) == 0 ? unfinished_->finish() : unfinished_->told();
    }

private:
    Descriptor out_;
    std::unique_ptr<Unfinished> unfinished_;
};

class AtomicPlace : public OutputPlace {
public:
    AtomicPlace(std::unique_ptr<Unfinished> unfinished, mode_t mode, bool keep)
        : unfinished_(std::move(unfinished)), mode_(mode), keep_(keep) {}

    const std::string& path() const override { return unfinished_->path(); }

    std::string finish() override {
        const int descriptor = open(path().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0) return unfinished_->told();
        if (mode_ != 0) fchmod(descriptor, mode_);
        const bool safe = fsync(descriptor) == 0;
        std::string fault = safe ? "" : unfinished_->told();
        close(descriptor);
        return safe ? unfinished_->finish(keep_) : fault;
    }

private:
    std::unique_ptr<Unfinished> unfinished_;
    mode_t mode_;  ///< of the file that is replaced; 0: there is none
    bool keep_;    ///< a file that was not there at first is not replaced
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

struct Place {
    fs::path path;
    bool exists = false;
    struct stat known {};
};

/// Where a file may be made or replaced; `fault` is what forbids it, or empty.
Place writable_place(const std::string& path, std::string& fault) {
    Place place;
    fault.clear();
    place.path = real_place(path);
    place.exists = stat(place.path.c_str(), &place.known) == 0;
    const fs::path folder = place.path.parent_path();
    std::error_code ignored;
    if (place.exists && S_ISDIR(place.known.st_mode)) {
        fault = path + ": is a folder; name a file in it";
    } else if (place.exists && access(place.path.c_str(), W_OK) != 0) {
        fault = path + ": the file may not be written: " + reason();
    } else if (!place.exists && !fs::is_directory(folder, ignored)) {
        fault = path + ": the folder " + folder.string() + " does not exist; make it first";
    }
    return place;
}

/// The same of a file that is written by its name.
Place writable_file(const std::string& path, std::string& fault) {
    Place place = writable_place(path, fault);
    if (fault.empty() && place.exists && !S_ISREG(place.known.st_mode)) {
        fault = path + ": is no regular file; this format can be written to a file only";
    }
    return place;
}

/// Makes the file that is to be finished, or says why it cannot be.
int make_unfinished(const std::string& name, const std::string& unfinished, std::string& fault) {
    const int descriptor = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        fault = name + ": no file can be made in " + fs::path(unfinished).parent_path().string() + ": " + reason();
    }
    return descriptor;
}

}  // namespace

std::unique_ptr<Sink> open_output_file(const std::string& path, std::string& fault) {
    const Place place = writable_place(path, fault);
    if (!fault.empty()) return nullptr;
    if (place.exists && !S_ISREG(place.known.st_mode)) return open_stream(path, fault);
    auto unfinished = std::make_unique<Unfinished>(place.path, path);
    const int descriptor = make_unfinished(path, unfinished->path(), fault);
    if (descriptor < 0) return nullptr;
    if (place.exists) fchmod(descriptor, place.known.st_mode & 07777U);
    return std::make_unique<AtomicFile>(descriptor, std::move(unfinished));
}

std::unique_ptr<OutputPlace> open_output_place(const std::string& path, std::string& fault, bool keep) {
    const Place place = writable_file(path, fault);
    if (!fault.empty()) return nullptr;
    auto unfinished = std::make_unique<Unfinished>(place.path, path);
    // Whether a file can be made there is told now and not after hours of work.
    const int descriptor = make_unfinished(path, unfinished->path(), fault);
    if (descriptor < 0) return nullptr;
    close(descriptor);
    unlink(unfinished->path().c_str());
    return std::make_unique<AtomicPlace>(std::move(unfinished), place.exists ? place.known.st_mode & 07777U : 0, keep);
}

std::string output_place_fault(const std::string& path) {
    std::string fault;
    writable_file(path, fault);
    return fault;
}

std::unique_ptr<Sink> open_standard_output() {
    return std::make_unique<Stream>(STDOUT_FILENO, "standard output", false);
}

}  // namespace hardfacts::cli

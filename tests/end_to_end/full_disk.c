/* A disk that is full from the n-th write on: loaded before all else into a process of the tests (LD_PRELOAD).
 *
 * Counts whatever takes space or confirms it below the folder FULL_DISK_FOLDER, in a file of three numbers that
 * FULL_DISK_CONTROL names: how many there were, from which on all fail with "no space" (0: none), and whether the
 * first of those, if it writes, writes half of its bytes, as a disk does that is nearly full.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static volatile long *control; /* counted, first that fails, goes half */
static const char *folder;

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("FULL_DISK_CONTROL");
    int file = name ? open(name, O_RDWR) : -1;
    folder = getenv("FULL_DISK_FOLDER");
    if (file < 0 || !folder)
        abort();
    control = mmap(NULL, 3 * sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (control == MAP_FAILED)
        abort();
    close(file);
}

static int below(const char *path)
{
    return control && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_on_disk(int file)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return below(path);
}

/* 0: it goes on; 1: there is no space; 2: there is space for half of it. */
static int counted(void)
{
    long number = __sync_add_and_fetch(&control[0], 1);
    if (!control[1] || number < control[1])
        return 0;
    return number == control[1] && control[2] ? 2 : 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FULL return errno = ENOSPC, -1
#define WRITES(name, parameters, arguments, half, can_go_half)   \
    ssize_t name parameters                                      \
    {                                                            \
        int how = is_on_disk(file) ? counted() : 0;              \
        if (how == 2 && (can_go_half))                           \
            return REAL(name) half;                              \
        if (how)                                                 \
            FULL;                                                \
        return REAL(name) arguments;                             \
    }
#define CONFIRMS(name, parameters, arguments)                    \
    int name parameters                                          \
    {                                                            \
        if (is_on_disk(file) && counted())                       \
            FULL;                                                \
        return REAL(name) arguments;                             \
    }
#define RESERVES(name, parameters, arguments)                    \
    int name parameters                                          \
    {                                                            \
        if (is_on_disk(file) && counted())                       \
            return ENOSPC;                                       \
        return REAL(name) arguments;                             \
    }

WRITES(write, (int file, const void *data, size_t size), (file, data, size), (file, data, size / 2), size > 1)
WRITES(pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at),
       (file, data, size / 2, at), size > 1)
WRITES(pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at),
       (file, data, size / 2, at), size > 1)
WRITES(writev, (int file, const struct iovec *data, int count), (file, data, count), (file, data, count / 2), count > 1)
WRITES(pwritev, (int file, const struct iovec *data, int count, off_t at), (file, data, count, at),
       (file, data, count / 2, at), count > 1)
WRITES(pwritev64, (int file, const struct iovec *data, int count, off64_t at), (file, data, count, at),
       (file, data, count / 2, at), count > 1)
WRITES(sendfile, (int file, int from, off_t *at, size_t size), (file, from, at, size), (file, from, at, size / 2),
       size > 1)
WRITES(sendfile64, (int file, int from, off64_t *at, size_t size), (file, from, at, size), (file, from, at, size / 2),
       size > 1)
WRITES(copy_file_range, (int from, off64_t *in, int file, off64_t *at, size_t size, unsigned int flags),
       (from, in, file, at, size, flags), (from, in, file, at, size / 2, flags), size > 1)
CONFIRMS(ftruncate, (int file, off_t size), (file, size))
CONFIRMS(ftruncate64, (int file, off64_t size), (file, size))
CONFIRMS(fallocate, (int file, int mode, off_t at, off_t size), (file, mode, at, size))
CONFIRMS(fallocate64, (int file, int mode, off64_t at, off64_t size), (file, mode, at, size))
RESERVES(posix_fallocate, (int file, off_t at, off_t size), (file, at, size))
RESERVES(posix_fallocate64, (int file, off64_t at, off64_t size), (file, at, size))
CONFIRMS(fsync, (int file), (file))
CONFIRMS(fdatasync, (int file), (file))

int mkdir(const char *path, mode_t mode) /* a folder takes a block of its own */
{
    if (below(path) && counted())
        FULL;
    return REAL(mkdir)(path, mode);
}

/* A disk that fails: while a file named FAIL_SWITCH-read, -write or -sync is there, that is answered with EIO for the files
 * of one folder, FAIL_FOLDER. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static const char *folder, *switches;

__attribute__((constructor)) static void start(void) {
  folder = getenv("FAIL_FOLDER");
  switches = getenv("FAIL_SWITCH");
}

static int fails(int fd, const char *what) {
  char path[600], name[600];
  if (!folder || !switches) return 0;
  snprintf(path, sizeof path, "%s-%s", switches, what);
  if (access(path, F_OK) != 0) return 0;
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(path, name, sizeof name - 1);
  if (length <= 0) return 0;
  name[length] = 0;
  if (strncmp(name, folder, strlen(folder)) != 0) return 0;
  errno = EIO;
  return 1;
}

#define PASS_ON(result, name, what, declared, given)                 \
  result name declared {                                             \
    static result(*real) declared;                                   \
    if (!real) real = (result(*) declared)dlsym(RTLD_NEXT, #name);   \
    return fails(fd, what) ? -1 : real given;                        \
  }

PASS_ON(ssize_t, read, "read", (int fd, void *data, size_t length), (fd, data, length))
PASS_ON(ssize_t, pread, "read", (int fd, void *data, size_t length, off_t at), (fd, data, length, at))
PASS_ON(ssize_t, pread64, "read", (int fd, void *data, size_t length, off64_t at), (fd, data, length, at))
PASS_ON(ssize_t, write, "write", (int fd, const void *data, size_t length), (fd, data, length))
PASS_ON(ssize_t, pwrite, "write", (int fd, const void *data, size_t length, off_t at), (fd, data, length, at))
PASS_ON(ssize_t, pwrite64, "write", (int fd, const void *data, size_t length, off64_t at), (fd, data, length, at))
PASS_ON(int, fsync, "sync", (int fd), (fd))
PASS_ON(int, fdatasync, "sync", (int fd), (fd))

/* Counts what a process changes in the files of one folder: writes, truncations, removals, new names. Loaded with
 * LD_PRELOAD; STOP_FOLDER is the folder. Just before change number STOP_AT the process is killed, as by a power switch that
 * spares the disk's cache. With STOP_COPIES it is not killed: before each change, and at the end of each name that changes,
 * the whole folder is copied there, which is what a kill at that change would have left; of plain writes only each
 * STOP_EVERY-th, counted from STOP_FROM. STOP_LOG gets a letter a change. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder, *copies;
static size_t folder_length;
static int log_fd = -1;
static long stop_at, every = 1, from, count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void start(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  folder = getenv("STOP_FOLDER");
  copies = getenv("STOP_COPIES");
  const char *at = getenv("STOP_AT"), *path = getenv("STOP_LOG"), *nth = getenv("STOP_EVERY"), *first = getenv("STOP_FROM");
  if (!folder) return;
  folder_length = strlen(folder);
  stop_at = at ? atol(at) : 0;
  every = nth ? atol(nth) : 1;
  from = first ? atol(first) : 0;
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  if (path) log_fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path) { return folder && path && strncmp(path, folder, folder_length) == 0; }

static int is_file_inside(int fd) {
  char link[64], name[512];
  if (!folder || fd == log_fd) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name - 1);
  if (length <= 0) return 0;
  name[length] = 0;
  return is_inside(name);
}

static void before_change(char kind) {
  pthread_mutex_lock(&lock);
  count += 1;
  if (log_fd >= 0) real_write(log_fd, &kind, 1);
  if (stop_at > 0 && count == stop_at) kill(getpid(), SIGKILL);
  if (copies && (kind != 'w' || (count + from) % every == 0)) {
    char command[1600];
    snprintf(command, sizeof command, "env -u LD_PRELOAD cp -a '%s' '%s/%06ld'", folder, copies, count);
    if (system(command) != 0) abort();
  }
  pthread_mutex_unlock(&lock);
}

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *data, size_t length) {
  if (is_file_inside(fd)) before_change('w');
  return real_write(fd, data, length);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
  if (is_file_inside(fd)) before_change('w');
  return real_pwrite(fd, data, length, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (is_file_inside(fd)) before_change('w');
  return real_pwrite64(fd, data, length, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  if (is_file_inside(fd)) before_change('w');
  return real_writev(fd, parts, n);
}
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  if (is_file_inside(to)) before_change('w');
  return real_copy_file_range(from, a, to, b, length, flags);
}
int ftruncate(int fd, off_t length) {
  REAL(int, ftruncate, int, off_t);
  if (is_file_inside(fd)) before_change('t');
  return real_ftruncate(fd, length);
}
int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  if (is_file_inside(fd)) before_change('t');
  return real_ftruncate64(fd, length);
}
int unlink(const char *path) {
  REAL(int, unlink, const char *);
  if (is_inside(path) && access(path, F_OK) == 0) before_change('u');
  return real_unlink(path);
}
int remove(const char *path) {
  REAL(int, remove, const char *);
  if (is_inside(path) && access(path, F_OK) == 0) before_change('u');
  return real_remove(path);
}
int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  if (is_inside(to)) before_change('r');
  return real_rename(from, to);
}
int link(const char *from, const char *to) {
  REAL(int, link, const char *, const char *);
  if (is_inside(to)) before_change('l');
  return real_link(from, to);
}

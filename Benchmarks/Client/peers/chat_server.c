/* optobench: a harness that measures generative optimizers */
/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A chat-completions server for benchmarks of clients: every request gets the same answer after the
 * same time. It prints its port and serves until it is killed.
 *
 *   chat_server MILLISECONDS
 */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_DESCRIPTORS = 65536, MOST_DUE = 1 << 17, MOST_BYTES = 1 << 20 };

struct connection {
  char *bytes;
  size_t count, room;
  unsigned number;
};

struct due {
  double time;
  int descriptor;
  unsigned number;
};

static struct connection connections[MOST_DESCRIPTORS];
static struct due queue[MOST_DUE];
static size_t first, last;
static char reply[1024];
static size_t reply_count;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void end(int descriptor) {
  connections[descriptor].count = 0;
  connections[descriptor].number++;
  close(descriptor);
}

static void answer(int descriptor) {
  if (send(descriptor, reply, reply_count, MSG_NOSIGNAL) != (ssize_t)reply_count) end(descriptor);
}

/* The bytes of the first request, or 0 while it is not complete. */
static size_t request_length(const char *bytes, size_t count) {
  const char *body = memmem(bytes, count, "\r\n\r\n", 4);
  if (!body) return 0;
  body += 4;
  size_t length = 0;
  for (const char *line = bytes; line < body;) {
    if (strncasecmp(line, "content-length:", 15) == 0) length = strtoul(line + 15, NULL, 10);
    line = memchr(line, '\n', body - line);
    line = line ? line + 1 : body;
  }
  size_t whole = (body - bytes) + length;
  return whole <= count ? whole : 0;
}

static void receive(int descriptor, double wait) {
  struct connection *one = &connections[descriptor];
  for (;;) {
    if (one->room - one->count < 65536) {
      one->room = one->room ? 2 * one->room : 131072;
      if (one->room > MOST_BYTES || !(one->bytes = realloc(one->bytes, one->room))) exit(1);
    }
    ssize_t got = recv(descriptor, one->bytes + one->count, one->room - one->count - 1, MSG_DONTWAIT);
    if (got < 0 && errno == EAGAIN) break;
    if (got <= 0) {
      end(descriptor);
      return;
    }
    one->count += got;
  }
  size_t length;
  while ((length = request_length(one->bytes, one->count)) > 0) {
    memmove(one->bytes, one->bytes + length, one->count - length);
    one->count -= length;
    if (wait == 0) {
      answer(descriptor);
    } else {
      queue[last++ % MOST_DUE] = (struct due){now() + wait, descriptor, one->number};
    }
  }
}

int main(int count, char **arguments) {
  double wait = count > 1 ? atof(arguments[1]) : 0;
  const char *body =
      "{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
      "\"message\":{\"role\":\"assistant\",\"content\":\"Adding them gives 7.\\nAnswer: 7\"},"
      "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":60,\"completion_tokens\":12,"
      "\"total_tokens\":72}}";
  reply_count = snprintf(
      reply, sizeof reply,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
      strlen(body), body);
  int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096) ||
      getsockname(listener, (struct sockaddr *)&address, &size))
    return 1;
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  int poll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[512];
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int timeout = -1;
    if (first != last) {
      double left = queue[first % MOST_DUE].time - now();
      timeout = left > 0 ? (int)left + 1 : 0;
    }
    int ready = epoll_wait(poll, events, 512, timeout);
    for (int index = 0; index < ready; index++) {
      int descriptor = events[index].data.fd;
      if (descriptor != listener) {
        receive(descriptor, wait);
        continue;
      }
      int accepted = accept(listener, NULL, NULL);
      if (accepted < 0) continue;
      if (accepted >= MOST_DESCRIPTORS) {
        close(accepted);
        continue;
      }
      setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      event = (struct epoll_event){.events = EPOLLIN, .data.fd = accepted};
      epoll_ctl(poll, EPOLL_CTL_ADD, accepted, &event);
    }
    while (first != last && queue[first % MOST_DUE].time <= now()) {
      struct due next = queue[first++ % MOST_DUE];
      if (connections[next.descriptor].number == next.number) answer(next.descriptor);
    }
  }
}

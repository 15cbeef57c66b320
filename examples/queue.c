/* Lesson: a ring buffer reuses the same few places for ever: only two indices move. */
#include <stdbool.h>
#include <stdio.h>

enum { CAPACITY = 4 };

struct queue {
    int items[CAPACITY];
    int first;
    int count;
};

bool enqueue(struct queue *queue, int item)
{
    if (queue->count == CAPACITY) {
        return false;
    }
    queue->items[(queue->first + queue->count) % CAPACITY] = item;
    queue->count++;
    return true;
}

bool dequeue(struct queue *queue, int *item)
{
    if (queue->count == 0) {
        return false;
    }
    *item = queue->items[queue->first];
    queue->first = (queue->first + 1) % CAPACITY;
    queue->count--;
    return true;
}

int main(void)
{
    struct queue queue = {.first = 0, .count = 0};
    int item;

    for (int i = 1; i <= 5; i++) {
        if (!enqueue(&queue, i * 10)) {
            printf("no room for %d\n", i * 10);
        }
    }
    dequeue(&queue, &item);
    printf("served %d\n", item);
    enqueue(&queue, 99);
    while (dequeue(&queue, &item)) {
        printf("served %d\n", item);
    }
    return 0;
}

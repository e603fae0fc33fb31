import { connect } from 'node:net';

/**
 * The load generator, which runs in its own process. It competes for CPU with the servers on the same machine, so it
 * does little work: it sends prepared bytes, one request at a time per connection, and parses answers only to find
 * their end.
 */

/** The parent's job: requests to send in turn for some seconds. */
export interface Job {
  port: number;
  requests: Uint8Array[];
  connections: number;
  seconds: number;
}

export interface Load {
  /** Number of answers, including the failed ones. */
  answered: number;
  failed: number;
  seconds: number;
  /** Milliseconds. */
  latencies: { p50: number; p99: number };
}

process.on('message', (job: Job) => {
  void run(job).then((load) => process.send?.(load));
});

async function run({ port, requests, connections, seconds }: Job): Promise<Load> {
  const latencies: number[] = [];
  let [next, failed] = [0, 0];
  const start = performance.now();
  const end = start + seconds * 1000;

  const connection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: 'localhost', noDelay: true });
      let sentAt = 0;
      let answer = emptyAnswer();
      const send = () => {
        sentAt = performance.now();
        if (sentAt >= end) {
          socket.end();
          resolve();
          return;
        }
        answer = emptyAnswer();
        socket.write(requests[next++ % requests.length] as Uint8Array);
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        if (!receive(answer, chunk)) return;
        latencies.push(performance.now() - sentAt);
        if (!answer.succeeded) failed++;
        send();
      });
    });

  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { answered: latencies.length, failed, seconds: took, latencies: { p50: at(0.5), p99: at(0.99) } };
}

interface Answer {
  /** The bytes received so far, until the head is complete. */
  head: Buffer;
  /** Remaining bytes of the body; null for a chunked body, whose end is found in `tail`. */
  left: number | null;
  isBody: boolean;
  tail: string;
  succeeded: boolean;
}

function emptyAnswer(): Answer {
  return { head: Buffer.alloc(0), left: 0, isBody: false, tail: '', succeeded: false };
}

/** Processes a chunk of an answer. @returns whether the answer is complete */
function receive(answer: Answer, chunk: Buffer): boolean {
  let body = chunk;
  if (!answer.isBody) {
    answer.head = answer.head.length === 0 ? chunk : Buffer.concat([answer.head, chunk]);
    const end = answer.head.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = answer.head.toString('latin1', 0, end).toLowerCase();
    const length = /\ncontent-length: *(\d+)/.exec(head);
    body = answer.head.subarray(end + 4);
    answer.isBody = true;
    answer.left = length ? Number(length[1]) : null;
    answer.succeeded = head.startsWith('http/1.1 200');
  }
  if (answer.left !== null) return (answer.left -= body.length) <= 0;
  answer.tail = (answer.tail + body.toString('latin1', Math.max(0, body.length - 7))).slice(-7);
  return answer.tail.endsWith('\r\n0\r\n\r\n');
}

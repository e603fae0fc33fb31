import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Maximum number of requests of a connection that wait for their answers. */
const MOST_PIPELINED = 20;

/**
 * Handles requests that a client sends before it has the answers to earlier ones on the same connection (pipelining).
 * A connection with too many of them is closed: Node would run all requests of a packet at once, and keep their answers
 * in memory.
 *
 * If a connection closes, all its answers emit 'close', which frees what the requests hold. Node emits it only for the
 * answer that is being sent, not for those that wait for their turn.
 */
export function limitPipelining(handler: RequestListener, onClosed: () => void): RequestListener {
  const waiting = new WeakMap<Socket, Set<ServerResponse>>();

  function getAnswers(socket: Socket): Set<ServerResponse> {
    let answers = waiting.get(socket);
    if (answers) return answers;
    waiting.set(socket, (answers = new Set()));
    const all = answers;
    socket.once('close', () => {
      for (const answer of all) {
        // The same as Node's `onServerResponseClose`.
        Object.assign(answer, { destroyed: true, _closed: true });
        answer.emit('close');
      }
    });
    return answers;
  }

  return (request, answer) => {
    const { socket } = request;
    // Node goes on to read the packet in which it found the request that closed the connection.
    if (socket.destroyed) return;
    const answers = getAnswers(socket);
    if (answers.size >= MOST_PIPELINED) {
      socket.destroy();
      onClosed();
      return;
    }
    answers.add(answer);
    answer.once('close', () => answers.delete(answer));
    handler(request, answer);
  };
}

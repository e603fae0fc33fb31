import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes from which an answer gains by compression: below, it fits into a packet anyway. */
const WORTH_IT = 1024;

/**
 * Compresses what is sent to those who accept it. Requests are not decompressed: a small one could become a large one behind
 * the limit of the body's size.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_IT,
    globalDecompression: false,
  });
}

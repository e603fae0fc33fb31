import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Minimum bytes for compression: smaller answers fit into a packet anyway. */
const WORTH_IT = 1024;

/**
 * Compresses answers for clients that accept it. Requests are not decompressed, because a small one could become large after
 * the check of the body's size.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_IT,
    globalDecompression: false,
  });
}

import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Minimum number of bytes for compression. Smaller answers fit into one packet anyway. */
const THRESHOLD = 1024;

/**
 * Compresses answers for clients that accept it. Request bodies are not decompressed, because a small body could become
 * large after the check of its size.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD,
    globalDecompression: false,
  });
}

/** Made by vite.config.ts: world-atlas, with ISO 3166-1 alpha-2 codes as ids. */
declare module 'virtual:world' {
  import type { Topology } from 'topojson-specification';
  const world: Topology;
  export default world;
}

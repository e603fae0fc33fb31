/** Vite takes style sheets in; they have no value. */
declare module '*.css';

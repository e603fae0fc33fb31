declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { forceType: string });
    data: unknown[];
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): { styles: { get(name: string): string }; locales: { get(name: string): string } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    updateItems(ids: string[]): void;
    setOutputFormat(format: 'html' | 'text'): void;
    makeBibliography(): [unknown, string[]];
  }
  const citeproc: {
    Engine: new (system: System, style: string, language: string, force?: boolean) => Engine;
  };
  export default citeproc;
}

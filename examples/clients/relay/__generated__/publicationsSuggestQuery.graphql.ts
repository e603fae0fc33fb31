/**
 * @generated SignedSource<<0cf3b4d7266df9eb6e02479f4fa906a8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type SuggestionKind = "AUTHOR" | "CATEGORY" | "COUNTRY" | "PUBLICATION" | "REGION" | "TOPIC" | "%future added value";
export type publicationsSuggestQuery$variables = {
  text: string;
};
export type publicationsSuggestQuery$data = {
  readonly suggest: ReadonlyArray<{
    readonly kind: SuggestionKind;
    readonly label: string;
    readonly node: {
      readonly __typename: string;
      readonly id: string;
    };
  }> | null | undefined;
};
export type publicationsSuggestQuery = {
  response: publicationsSuggestQuery$data;
  variables: publicationsSuggestQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "text"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "text",
        "variableName": "text"
      }
    ],
    "concreteType": "Suggestion",
    "kind": "LinkedField",
    "name": "suggest",
    "plural": true,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "kind",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "label",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "publicationsSuggestQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "publicationsSuggestQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "85fc639300bebd3ef5c26d8cb6bd7d1b",
    "id": null,
    "metadata": {},
    "name": "publicationsSuggestQuery",
    "operationKind": "query",
    "text": "query publicationsSuggestQuery(\n  $text: String!\n) {\n  suggest(text: $text) {\n    kind\n    label\n    node {\n      __typename\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "98a4467f52eadbd0e9e7053d373dd49e";

export default node;

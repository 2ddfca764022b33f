declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[])
    search(text: string): [end: number, keywords: string[]][]
  }
}

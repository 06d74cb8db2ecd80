/** A file of SQL is read as its text: esbuild and Jest put it in. */
declare module '*.sql' {
  const text: string
  export = text
}

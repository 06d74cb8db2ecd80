/** Hashing and signatures of the runtime that checks: node for the command, WebCrypto for the browser. */
export interface Criptografia {
  /** SHA-256 in lower-case hexadecimal. */
  sha256(text: string): string | Promise<string>
  /** The one text of a JSON value (RFC 8785). */
  canonical(value: unknown): string
  /** Whether this key signed the text with Ed25519. */
  firmo(signed: { llave: string; texto: string; firma: string }): boolean | Promise<boolean>
}

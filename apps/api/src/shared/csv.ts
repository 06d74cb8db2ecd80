/** How our CSV ends its records (RFC 4180): the library quotes what holds that end only, and readers end a record at any break. */
export const CSV = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const

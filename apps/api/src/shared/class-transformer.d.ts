declare module 'class-transformer/cjs/storage.js' {
  import type { IOptions } from 'class-validator-jsonschema/build/options'

  /** Where class-transformer keeps what `@Type` said; no public export gives it. */
  export const defaultMetadataStorage: NonNullable<IOptions['classTransformerMetadataStorage']>
}

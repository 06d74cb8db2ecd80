declare module 'class-transformer/cjs/storage.js' {
  import type { IOptions } from 'class-validator-jsonschema/build/options'

  /** Storage of class-transformer for what `@Type` said; no public export gives it. */
  export const defaultMetadataStorage: NonNullable<IOptions['classTransformerMetadataStorage']>
}

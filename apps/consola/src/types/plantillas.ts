/** Sentences of the institute's documents, in versions. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type PlantillaDocumento = Schemas['PlantillaDto']
export type VersionPlantilla = Schemas['VersionPlantillaDto']
export type PartePlantilla = Schemas['PartePlantillaDto']

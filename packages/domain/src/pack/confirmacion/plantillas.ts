import { entriesOf } from '../../base/typed.ts'
import { PLANTILLAS } from '../../programa/plantillas/declaradas.ts'
import type { CatalogosConFuente, DatoConFuente } from './dato.ts'

/** Sentences of the documents, each with its source. */
export function datosDePlantillas({ plantillas }: CatalogosConFuente): DatoConFuente[] {
  return entriesOf(plantillas)
    .flatMap(([clave, origen]) => (origen ? [{ clave, origen }] : []))
    .map(({ clave, origen }) => ({
      ...{ clave: `plantillas.${clave}`, materia: 'documentos', dato: `Texto del documento: ${PLANTILLAS[clave].nombre}`, pagina: null },
      ...{ valor: Object.values(origen.partes).join(' '), origen, cotejo: origen.partes },
    }))
}

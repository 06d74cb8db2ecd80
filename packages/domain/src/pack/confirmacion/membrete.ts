import { entriesOf } from '../../base/typed.ts'
import { longDate } from '../../base/fecha.ts'
import type { Sourced } from '../../base/sourced.ts'
import type { CatalogosConFuente, DatoConFuente } from './dato.ts'

const PARTES = {
  nombre: 'Nombre del instituto en sus documentos',
  area: 'Área que emite los documentos',
  domicilio: 'Domicilio al pie de los documentos',
  telefono: 'Teléfono al pie de los documentos',
  sitio: 'Sitio al pie de los documentos',
  tipografia: 'Tipografía de los documentos',
} as const

/** Facts of the letterhead: what is confirmed here is printed from then on. */
export function datosDeMembrete({ membrete }: CatalogosConFuente): DatoConFuente[] {
  if (!membrete) return []
  const { emblema, firma, copias, lemas } = membrete
  return [
    ...entriesOf(PARTES).map(([clave, dato]) => toDato(clave, membrete[clave], { dato, valor: membrete[clave].texto, campo: 'texto' })),
    toDato('emblema', emblema, { dato: 'Emblema de los documentos', valor: emblema.png && 'El que trae el paquete', cotejo: emblema.png }),
    toDato('firma', firma, { dato: 'Rótulos de la firma y del destinatario', valor: `${firma.rotulo}; ${firma.presente}` }),
    toDato('copias', copias, { dato: 'Copias de todo documento', valor: [copias.prefijo, ...copias.siempre, copias.nota].join(' ') }),
    ...lemas.map((each) => {
      const { texto, desde, hasta, decreto } = each
      const said = { dato: `Lema desde el ${longDate(desde)} (${decreto})`, valor: texto }
      return toDato(`lemas.${desde}`, each, { ...said, cotejo: { texto, desde, hasta, decreto } })
    }),
  ]
}

function toDato(
  clave: string,
  origen: Sourced,
  { cotejo, ...said }: { dato: string; valor: string | null; cotejo?: unknown; campo?: string },
): DatoConFuente {
  return { clave: `membrete.${clave}`, materia: 'documentos', ...said, pagina: null, origen, cotejo: cotejo ?? said.valor }
}

import { paragraphDiff, type ParagraphDiff } from '../../base/textos/index.ts'
import { SECCIONES_INFORME, type ClaseInforme } from '../../programa/secciones-informe.ts'
import { celdaEnTexto, type TablaInforme } from './tabla.ts'

/** A figure that is another in a later document; null: its row or its table is not in that one. */
export interface CambioCifra {
  tabla: string
  fila: string
  columna: string
  antes: string | null
  ahora: string | null
}

export interface CambioTexto {
  clave: string
  titulo: string
  parrafos: ParagraphDiff[]
}

export interface Comparado {
  tablas: readonly TablaInforme[]
  textos: ReadonlyMap<string, string>
}

/** Differences between one document and an earlier one: figure by figure, and its texts paragraph by paragraph. */
export function cambiosInforme(clase: ClaseInforme, antes: Comparado, ahora: Comparado): { cifras: CambioCifra[]; textos: CambioTexto[] } {
  return { cifras: cambiosDeCifras(antes.tablas, ahora.tablas), textos: cambiosDeTextos(clase, antes.textos, ahora.textos) }
}

function cambiosDeCifras(antes: readonly TablaInforme[], ahora: readonly TablaInforme[]): CambioCifra[] {
  const before = cifrasDe(antes)
  const after = cifrasDe(ahora)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => cambioDe(before.get(key), after.get(key)))
}

function cambioDe(old: Cifra | undefined, now: Cifra | undefined): CambioCifra[] {
  const [antes, ahora] = [textOf(old), textOf(now)]
  const known = now ?? old
  return known === undefined || antes === ahora ? [] : [{ tabla: known.tabla, fila: known.fila, columna: known.columna, antes, ahora }]
}

function textOf(cifra: Cifra | undefined): string | null {
  return cifra?.texto ?? null
}

interface Cifra {
  tabla: string
  fila: string
  columna: string
  texto: string
}

function cifrasDe(tablas: readonly TablaInforme[]): Map<string, Cifra> {
  const found = new Map<string, Cifra>()
  for (const { clave, titulo, columnas, filas, total } of tablas) {
    for (const fila of total ? [...filas, total] : filas) {
      columnas.forEach((columna, at) => {
        const texto = celdaEnTexto(fila.celdas[at] ?? null, columna.tipo)
        found.set(`${clave}|${fila.clave}|${columna.clave}`, { tabla: titulo, fila: fila.nombre, columna: columna.nombre, texto })
      })
    }
  }
  return found
}

function cambiosDeTextos(clase: ClaseInforme, antes: ReadonlyMap<string, string>, ahora: ReadonlyMap<string, string>): CambioTexto[] {
  return SECCIONES_INFORME[clase].flatMap(({ clave, titulo }) => {
    const parrafos = paragraphDiff(antes.get(clave) ?? '', ahora.get(clave) ?? '')
    return parrafos.every(({ kind }) => kind === 'same') ? [] : [{ clave, titulo, parrafos }]
  })
}

import type { DatosInforme } from '../datos/datos.ts'
import { filasDe } from './tablas.ts'

/** Fields of a document as people know them: «Resumen del avance: Candidaturas vigentes, Cifra». */
export function nombrarCampos({ tablas }: DatosInforme, names: Iterable<string>): string[] {
  const known = new Map(
    tablas.flatMap((tabla) =>
      filasDe(tabla).flatMap((fila) =>
        tabla.columnas.map(({ clave, nombre }): [string, string] => [
          `${tabla.clave}.${fila.clave}.${clave}`,
          `${tabla.titulo}: ${fila.nombre}, ${nombre}`,
        ]),
      ),
    ),
  )
  const titles = new Map(tablas.map(({ clave, titulo }) => [clave, titulo]))
  return [...names].map((name) => known.get(name) ?? placeOf(name, titles))
}

function placeOf(name: string, titles: ReadonlyMap<string, string>): string {
  const [head = '', ...rest] = name.split('.')
  const titulo = titles.get(head)
  if (titulo !== undefined) return `${titulo}: ${rest[0] === 'denominador' ? 'de quiénes son las cifras' : rest.join(' ')}`
  const place = LUGARES[head]
  return place === undefined ? 'Pie de página' : `${place} ${rest.join(', ')}`
}

const LUGARES: Record<string, string> = {
  portada: 'Portada:',
  comprobar: 'Constancia de integridad: párrafo',
  constancia: 'Constancia de integridad:',
  relato: 'Lo que ocurrió: párrafo',
  nota: 'Notas a las tablas: nota',
  metodo: 'Método: línea',
  grafica: 'Gráfica:',
}

import { entriesOf } from '../../base/typed.ts'
import { CLASES_VISITA, type ClaseVisita } from '../../publicacion/visitas.ts'
import { enCifras, numero, parteDe, porcentaje, type TablaInforme } from './tabla.ts'

export interface VisitasContadas {
  veces: Partial<Record<ClaseVisita, number>>
  /** In words: the first hour that was counted since publication began, and the cut. */
  desde: string
  hasta: string
}

/** Pages of the public site that were seen, by kind. */
export function tablaVisitas({ veces, desde, hasta }: VisitasContadas): TablaInforme {
  const suma = Object.values(veces).reduce((sum, n) => sum + n, 0)
  const celdas = (n: number) => [n, parteDe(n, suma)]
  return {
    clave: 'visitas',
    titulo: 'Visitas al sitio público',
    rotulo: 'Tipo de página',
    denominador: `Páginas vistas que se contaron, desde el ${desde} y hasta el ${hasta}: ${enCifras(suma)}.`,
    columnas: [numero('vistas', 'Páginas vistas'), porcentaje('parte', '% del total')],
    filas: entriesOf(CLASES_VISITA).map(([clave, nombre]) => ({ clave, nombre, celdas: celdas(veces[clave] ?? 0) })),
    total: { clave: 'total', nombre: 'Total', celdas: celdas(suma) },
    notas: [
      'Son páginas vistas con JavaScript y no personas: quien ve varias páginas, o la misma varias veces, se cuenta cada vez. De cada una se guarda sólo su tipo y la hora.',
      'No están las vistas sin conexión o sin JavaScript, las de robots que no lo ejecutan, ni las de quien pide en su navegador que no se le rastree. Como no se guarda quién las hizo, no se descartan las repetidas ni las hechas por un programa.',
      'La cuenta empieza en la hora de la primera página contada desde que hay algo publicado. Si el servidor se interrumpió de golpe, faltan las de los últimos segundos.',
    ],
    grafica: null,
  }
}

import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { Cell, Workbook } from '../../../shared/documentos/xlsx/model.ts'
import type { ConteoPoliticaDto, FichaPoliticaDto } from './politicas.dto.ts'

interface AlcanceContado {
  emisor: Emisor
  corte: string
  baseVersion: number
  motivo: string
  conteos: readonly ConteoPoliticaDto[]
  fichas: readonly FichaPoliticaDto[]
}

/** People and fields that a draft would change: one sheet by name, one by field, and one that explains them. */
export function toAlcanceWorkbook(alcance: AlcanceContado): Workbook {
  return {
    title: 'A quién y qué cambiaría la política de publicación',
    author: alcance.emisor.instituto.nombre,
    createdAt: alcance.corte,
    sheets: [
      { name: 'Por persona', widths: [40, 32, 28, 36, 14, 14, 14, 60, 60], headerRows: 1, rows: [PERSONA, ...alcance.fichas.map(toRow)] },
      { name: 'Por campo', widths: [48, 14, 20, 20], headerRows: 1, rows: [CAMPO, ...alcance.conteos.map(toConteo)] },
      { name: 'Acerca de esta lista', widths: [28, 100], headerRows: 0, rows: about(alcance) },
    ],
  }
}

const PERSONA = ['Nombre', 'Cargo', 'Demarcación', 'Quién postula', 'Calidad', 'Estatus', 'Día', 'Aparece', 'Deja de verse']
const CAMPO = ['Campo', 'Día', 'Fichas en que aparece', 'Fichas en que deja de verse']

function toRow({ nombre, cargoNombre, lugar, actorPolitico, calidad, estatus, dia, aparecen, desaparecen }: FichaPoliticaDto): Cell[] {
  return [nombre, cargoNombre, lugar, actorPolitico, calidad, estatus, { day: dia }, aparecen.join('; '), desaparecen.join('; ')]
}

function toConteo({ titulo, dia, aparece, desaparece }: ConteoPoliticaDto): Cell[] {
  return [titulo, { day: dia }, aparece, desaparece]
}

function about({ emisor, corte, baseVersion, motivo, fichas }: AlcanceContado): Cell[][] {
  return [
    ...(emisor.simulacro ? [['Aviso', 'Simulacro: todas las personas de este documento son ficticias.']] : []),
    ['Lista', 'Lo que cambiaría el borrador de la política si se activara; nada cambia mientras no se active.'],
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Comparado con', `Versión ${baseVersion} de la política`],
    ['Motivo del borrador', motivo],
    ['Filas', fichas.length],
    ['Corte', instanteEnPalabras(corte, emisor.zona)],
  ]
}

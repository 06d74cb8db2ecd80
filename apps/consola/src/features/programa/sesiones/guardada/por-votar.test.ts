import type { Trabajo } from '../../../../api-types.ts'
import { advertenciasDe, cambiosDesdeReunion, sinAtender } from './por-votar.ts'

const version = (numero: number, clase: string, motivo: string | null = null) => ({
  ...{ numero, clase: clase as 'proyecto', nota: `nota ${numero}` },
  retiro: motivo === null ? null : { en: '2024-04-01T00:00:00Z', motivo },
})

describe('the facts for a member who votes', () => {
  it('is each version after the reunión de trabajo that still stands, and that nothing changed where there is none', () => {
    const all = [version(4, 'comision'), version(3, 'otra', 'Era otro archivo.'), version(2, 'reunion_trabajo'), version(1, 'proyecto')]
    expect(cambiosDesdeReunion(all)?.map(({ numero }) => numero)).toEqual([4])
    expect(cambiosDesdeReunion(all.slice(2))).toEqual([])
    expect(cambiosDesdeReunion([version(1, 'proyecto')])).toBeNull()
  })

  it('is how many observaciones nobody answered; to have none is no observación', () => {
    const answered = { sinObservaciones: false, respuestas: [{}] as never }
    const open = { sinObservaciones: false, respuestas: [] }
    expect(sinAtender([answered, open, { sinObservaciones: true, respuestas: [] }])).toEqual([open])
  })

  it('is each step before the vote without evidence, and each content that nobody found in the document', () => {
    const paso = (texto: string, milestone: string | null, estatus: string) => ({ texto, milestone, estatus }) as Trabajo['pasos'][number]
    const trabajo = {
      pasos: [
        paso('Elaborar el proyecto', null, 'hecho'),
        paso('Aprobar en sesión de la Comisión', 'aprobacion_comision', 'pendiente'),
        paso('Presentar al Pleno', 'aprobacion_pleno', 'pendiente'),
        paso('Remitir al INE', 'remision', 'pendiente'),
      ],
      contenidos: [
        { texto: 'fecha del corte', senal: null, abierto: true },
        { texto: 'universo', senal: null, abierto: false },
      ],
      advertencias: [],
    }
    expect(advertenciasDe(trabajo, null, ['aprobacion_pleno'])).toEqual([
      'Todavía no consta: Aprobar en sesión de la Comisión',
      'Nadie ha señalado en qué página está: fecha del corte.',
    ])
  })
})

import type { Trabajo } from '../../../../api-types.ts'
import {
  advertenciasDe,
  cambiosDesdeReunion,
  cifrasDeHoy,
  comparacionDe,
  contenidosSinSenalar,
  faltaReunion,
  sinAtender,
  versionAl,
} from './por-votar.ts'

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
    const respuesta = { id: 'r', sentido: 'aceptada', texto: 'Se atiende.', version: 2, registradoEn: '', rol: null, folio: '' } as const
    const answered = { sinObservaciones: false, respuestas: [respuesta] }
    const open = { sinObservaciones: false, respuestas: [] }
    expect(sinAtender([answered, open, { sinObservaciones: true, respuestas: [] }])).toEqual([open])
  })

  it('is each step before the vote without evidence that is no approval and convenes nothing, and each content that nobody found in the document', () => {
    const paso = (texto: string, estatus: string, rest: object) =>
      ({ texto, estatus, milestone: null, tipo: 'hito', ...rest }) as Trabajo['pasos'][number]
    const trabajo = {
      pasos: [
        paso('Elaborar el proyecto', 'hecho', { tipo: 'proyecto' }),
        paso('Atender observaciones', 'en_curso', { tipo: 'observaciones' }),
        paso('Convocar a sesión de la Comisión', 'pendiente', { tipo: 'convocatoria_sesion' }),
        paso('Aprobar en sesión de la Comisión', 'pendiente', { milestone: 'comision' }),
        paso('Presentar al Pleno', 'pendiente', { milestone: 'pleno' }),
        paso('Remitir al INE', 'pendiente', { milestone: 'remision' }),
      ],
      contenidos: [
        { texto: 'fecha del corte', senal: null, abierto: true },
        { texto: 'universo', senal: null, abierto: false },
      ],
      advertencias: [],
    }
    expect(advertenciasDe(trabajo, null, ['pleno'])).toEqual(['Todavía no consta: Atender observaciones'])
    expect(contenidosSinSenalar(trabajo.contenidos)).toBe('Nadie ha señalado en qué página está: fecha del corte.')
  })

  it('is, once it was voted, the newest version that stood at that hour', () => {
    const at = (numero: number, registradoEn: string, retiradaEn: string | null = null) => ({
      ...{ numero, registradoEn },
      retiro: retiradaEn === null ? null : { en: retiradaEn, motivo: 'Era otro archivo.' },
    })
    const versiones = [at(3, '2024-04-26T00:00:00Z'), at(2, '2024-04-24T00:00:00Z', '2024-04-27T00:00:00Z'), at(1, '2024-04-20T00:00:00Z')]
    expect(versionAl({ versiones }, '2024-04-25T19:00:00Z')?.numero).toBe(2)
    expect(versionAl({ versiones: versiones.slice(2) }, '2024-04-19T19:00:00Z')).toBeNull()
  })

  it('says when the reunión de trabajo is a step that nobody recorded', () => {
    const pasos = [{ clave: 'c', tipo: 'observaciones', fecha: null }] as Trabajo['pasos']
    expect(faltaReunion({ pasos, registros: [] })).toBe(true)
    expect(faltaReunion({ pasos, registros: [{ paso: 'c' }] as Trabajo['registros'] })).toBe(false)
    expect(faltaReunion({ pasos: [], registros: [] })).toBe(false)
  })

  it('compares with no other version where there is none', () => {
    expect(comparacionDe([version(1, 'proyecto')])).toBe('Es la única versión; nadie entregó otra.')
    expect(comparacionDe([version(2, 'final'), version(1, 'proyecto')])).toMatch(/^Hay versiones anteriores/)
    expect(comparacionDe([version(1, 'reunion_trabajo')])).toBe('Nada: se vota la versión de la reunión de trabajo.')
    expect(comparacionDe([version(2, 'final'), version(1, 'reunion_trabajo')])).toBeNull()
  })
})

const VIGENCIA = { version: 2, tomadoEn: '2024-04-22T18:00:00Z', cambiaron: 0, ejemplos: [] }
const CIFRA = { tabla: 'Resumen', fila: 'Verificadas', columna: 'Cifra', antes: '10', ahora: '12' }

test('figures are told where they changed, or where nothing can be compared', () => {
  expect(cifrasDeHoy(null)).toBeNull()
  expect(cifrasDeHoy(VIGENCIA)).toBeNull()
  expect(cifrasDeHoy({ ...VIGENCIA, cambiaron: null, tomadoEn: null })).toMatchObject({ tone: 'info', cuales: [] })
  const changed = cifrasDeHoy({ ...VIGENCIA, cambiaron: 1, ejemplos: [CIFRA] })
  expect(changed).toMatchObject({ tone: 'warning', cuales: ['Resumen, Verificadas, Cifra: decía 10; ahora es 12.'] })
  expect(changed?.consejo).toMatch(/^Todavía no se aprueba: conviene/)
  const aprobado = { milestone: 'comision', estatus: 'hecho' } as Trabajo['pasos'][number]
  expect(cifrasDeHoy({ ...VIGENCIA, cambiaron: 1, ejemplos: [CIFRA] }, [aprobado])?.consejo).toMatch(/no conviene tomar otro corte/)
  expect(changed?.titulo).toMatch(/^1 cifra de este documento es otra ahora: las suyas son del lunes 22 de abril de 2024/)
})

import type { ActividadPack, ProgramaPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
const cita = { seccion: 'A', lugar: 'texto', dice: '1 de mayo' }

/** Three duties that exercise what a programme can say: a date, a month, an event. */
export const programa: ProgramaPack = {
  actividades: [
    actividad('A', { statements: [{ clave: 'A-1', milestone: 'pleno', regla: { tipo: 'fecha', fecha: '2030-05-01' }, cita }] }),
    actividad('B', {
      meses: { desde: '2030-04', hasta: '2030-06' },
      statements: [{ clave: 'B-1', milestone: 'remision', regla: { tipo: 'dia_del_mes_siguiente', dia: 5 }, cita }],
    }),
    actividad('C', {
      evento: { tipo: 'acuerdo_candidaturas', milestone: 'pleno' },
      statements: [
        {
          clave: 'C-1',
          milestone: 'remision',
          regla: { tipo: 'despues', de: { actividad: null, milestone: 'pleno' }, dias: 1, tipoDias: 'naturales', inhabil: 'se_mantiene' },
          cita,
        },
      ],
    }),
  ],
  hechos: [],
  menciones: [],
  sesiones: [],
  areas: [{ clave: 'OF', nombre: 'Oficina de Valle Claro' }],
  laborales: { descansos: [], jornadas: ['2030-07-07'], propios: ['2030-05-01'], todosHabiles: [], ...invented },
  vigencia: { desde: '2030-01-01', hasta: '2030-12-31' },
}

function actividad(clave: string, rest: Partial<ActividadPack>): ActividadPack {
  return {
    clave,
    numero: clave,
    nombre: `Actividad ${clave}`,
    orden: 1,
    meses: null,
    evento: null,
    statements: [],
    cadena: [],
    contenidos: [],
    ...invented,
    ...rest,
  }
}

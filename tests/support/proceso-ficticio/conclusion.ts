import type { ConclusionPack, EtapaConclusionPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

/** As unlike the real pack as may be: every stage has its day, counted from election day or from another stage. */
export const conclusion: ConclusionPack = {
  conclusionProceso: { fecha: '2030-08-01', ...invented },
  quedan: { campos: ['nombre', 'cargo', 'contienda', 'actorPolitico', 'calidad', 'numero', 'estatus', 'sexo'], ...invented },
  etapas: [
    etapa('fin_difusion', { regla: { desde: 'jornada', dias: 2, tipoDias: 'naturales' }, toma: ['paginas', 'recursos', 'fotografias'] }),
    etapa('desindexacion', { regla: { desde: 'fin_difusion', dias: 3, tipoDias: 'naturales' }, toma: ['paginas'] }),
    etapa('bloqueo', {
      regla: { desde: 'conclusion_proceso', dias: 5, tipoDias: 'habiles' },
      toma: ['respuestas', 'identidad', 'documentos'],
    }),
    etapa('supresion', {
      regla: { desde: 'bloqueo', dias: 30, tipoDias: 'naturales' },
      toma: ['respuestas', 'identidad', 'llaves', 'fotografias', 'documentos', 'archivo', 'cargas', 'seguimiento'],
    }),
  ],
}

function etapa(clave: EtapaConclusionPack['clave'], rest: Pick<EtapaConclusionPack, 'regla' | 'toma'>): EtapaConclusionPack {
  return {
    ...{ clave, nombre: `Etapa ${clave}`, explicacion: 'Lo que pasa en Valle Claro.', base: 'Ley inventada, artículo 1', ...rest },
    conserva: [{ que: 'El registro', porque: 'Lo dice la ley inventada' }],
    ...invented,
  }
}

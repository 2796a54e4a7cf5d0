(** The equations of calculus/matrix-calculus, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** trace-inner-product: ee98802272b1bb69 *)
Theorem trace_inner_product
    (R : comUnitRingType)
    (n d : nat)
    (G : 'M[R]_(n, d))
    (X : 'M[R]_(n, d)) :
  (\tr (G^T *m X)) = (\sum_(j < d) \sum_(i < n) ((G i j) * (X i j))) :> R.
Proof. prove. Qed.

(** transpose-differential: dd66472dc23e6d7d *)
Theorem transpose_differential
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (small : eps * eps = 0) :
  (X + eps *: dX)^T = X^T + eps *: dX^T.
Proof. prove. Qed.

(** trace-differential: b2d8b40fc04a3990 *)
Theorem trace_differential
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (A : 'M[R]_(d, n))
    (small : eps * eps = 0) :
  (\tr (A *m (X + eps *: dX))) = (\tr (A *m X)) + eps * (\tr (A *m dX)).
Proof. prove. Qed.

(** matrix-product-rule: b0cf4c187a5e2fcf *)
Theorem matrix_product_rule
    (R : comUnitRingType)
    (n d k : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (Y : 'M[R]_(d, k))
    (dY : 'M[R]_(d, k))
    (small : eps * eps = 0) :
  ((X + eps *: dX) *m (Y + eps *: dY)) = (X *m Y) + eps *: ((X *m dY) + (dX *m Y)).
Proof. prove. Qed.

(** matrix-product-corner: 9950941219c70f01 *)
Theorem matrix_product_corner
    (R : comUnitRingType)
    (n d k : nat)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (Y : 'M[R]_(d, k))
    (dY : 'M[R]_(d, k)) :
  (((X + dX) *m (Y + dY)) + (- (X *m Y))) = ((X *m dY) + (dX *m Y) + (dX *m dY)).
Proof. prove. Qed.

(** trace-cyclic: 672c6006dcb6bef3 *)
Theorem trace_cyclic
    (R : comUnitRingType)
    (d n : nat)
    (A : 'M[R]_(d, n))
    (X : 'M[R]_(n, d)) :
  (\tr (A *m X)) = (\tr (X *m A)) :> R.
Proof. prove. Qed.

(** trace-gradient-by-differentials, line 1: 1661eb3566d5fc57 *)
Theorem trace_gradient_by_differentials_line_1
    (R : comUnitRingType)
    (n d m : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (A : 'M[R]_(m, n))
    (B : 'M[R]_(d, m))
    (small : eps * eps = 0) :
  (\tr (A *m (X + eps *: dX) *m B)) = (\tr (A *m X *m B)) + eps * (\tr (A *m dX *m B)).
Proof. prove. Qed.

(** trace-gradient-by-differentials, line 2: c18c04c67c3d47f5 *)
Theorem trace_gradient_by_differentials_line_2
    (R : comUnitRingType)
    (m n d : nat)
    (A : 'M[R]_(m, n))
    (dX : 'M[R]_(n, d))
    (B : 'M[R]_(d, m)) :
  (\tr (A *m dX *m B)) = (\tr (B *m A *m dX)) :> R.
Proof. prove. Qed.

(** trace-gradient-by-differentials, line 3: 2a426272714c60ac *)
Theorem trace_gradient_by_differentials_line_3
    (R : comUnitRingType)
    (d m n : nat)
    (B : 'M[R]_(d, m))
    (A : 'M[R]_(m, n))
    (dX : 'M[R]_(n, d)) :
  (\tr (B *m A *m dX)) = (dot (A^T *m B^T) dX) :> R.
Proof. prove. Qed.

(** trace-gradient: 712e00d5af3a3e91 *)
Theorem trace_gradient
    (R : comUnitRingType)
    (n d m : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (d_X : 'M[R]_(n, d))
    (A : 'M[R]_(m, n))
    (B : 'M[R]_(d, m))
    (small : eps * eps = 0) :
  (\tr (A *m (X + eps *: d_X) *m B)) = (\tr (A *m X *m B)) + eps * dot (A^T *m B^T) d_X.
Proof. prove. Qed.

(** trace-quadratic-by-differentials, line 1: e05427c1392b52db *)
Theorem trace_quadratic_by_differentials_line_1
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (dX : 'M[R]_(n, d))
    (A : 'M[R]_n)
    (small : eps * eps = 0) :
  (\tr ((X + eps *: dX)^T *m A *m (X + eps *: dX))) = (\tr (X^T *m A *m X)) + eps * ((\tr (X^T *m A *m dX)) + (\tr (dX^T *m A *m X))).
Proof. prove. Qed.

(** trace-quadratic-by-differentials, line 2: b33522df579983ed *)
Theorem trace_quadratic_by_differentials_line_2
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (A : 'M[R]_n)
    (dX : 'M[R]_(n, d)) :
  ((\tr (X^T *m A *m dX)) + (\tr (dX^T *m A *m X))) = ((\tr (X^T *m A *m dX)) + (\tr (X^T *m A^T *m dX))) :> R.
Proof. prove. Qed.

(** trace-quadratic-by-differentials, line 3: 6d69b12ae37e137f *)
Theorem trace_quadratic_by_differentials_line_3
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (A : 'M[R]_n)
    (dX : 'M[R]_(n, d)) :
  ((\tr (X^T *m A *m dX)) + (\tr (X^T *m A^T *m dX))) = (\tr (((A + A^T) *m X)^T *m dX)) :> R.
Proof. prove. Qed.

(** trace-quadratic-gradient: c33fa76b2dfcc423 *)
Theorem trace_quadratic_gradient
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (d_X : 'M[R]_(n, d))
    (A : 'M[R]_n)
    (small : eps * eps = 0) :
  (\tr ((X + eps *: d_X)^T *m A *m (X + eps *: d_X))) = (\tr (X^T *m A *m X)) + eps * dot ((A + A^T) *m X) d_X.
Proof. prove. Qed.

(** frobenius-gradient: 44f71b227b4103cb *)
Theorem frobenius_gradient
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (d_X : 'M[R]_(n, d))
    (small : eps * eps = 0) :
  (sqn (X + eps *: d_X)) = (sqn X) + eps * dot (2%:R *: X) d_X.
Proof. prove. Qed.

(** least-squares-by-differentials, line 1: 9b419eade00195c4 *)
Theorem least_squares_by_differentials_line_1
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (dw : 'cV[R]_d)
    (y : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (small : eps * eps = 0) :
  (sqn ((X *m (w + eps *: dw)) + (- y))) = (sqn ((X *m w) + (- y))) + eps * (2%:R * (dot ((X *m w) + (- y)) (X *m dw))).
Proof. prove. Qed.

(** least-squares-by-differentials, line 2: 732df4286ffbcf71 *)
Theorem least_squares_by_differentials_line_2
    (R : comUnitRingType)
    (n d : nat)
    (y : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (w : 'cV[R]_d)
    (dw : 'cV[R]_d) :
  (2%:R * (dot ((X *m w) + (- y)) (X *m dw))) = (2%:R * (dot (X^T *m ((X *m w) + (- y))) dw)) :> R.
Proof. prove. Qed.

(** least-squares-gradient: fb381335543449c0 *)
Theorem least_squares_gradient
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (r : 'cV[R]_n)
    (y : 'cV[R]_n)
    (small : eps * eps = 0)
    (r_is : r = ((X *m w) + (- y))) :
  (sqn ((X *m (w + eps *: d_w)) + (- y))) = (sqn ((X *m w) + (- y))) + eps * dot (2%:R *: (X^T *m r)) d_w.
Proof. prove. Qed.

(** least-squares-gradient-by-data: a9417341964b49d4 *)
Theorem least_squares_gradient_by_data
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (X : 'M[R]_(n, d))
    (d_X : 'M[R]_(n, d))
    (r : 'cV[R]_n)
    (y : 'cV[R]_n)
    (w : 'cV[R]_d)
    (small : eps * eps = 0)
    (r_is : r = ((X *m w) + (- y))) :
  (sqn (((X + eps *: d_X) *m w) + (- y))) = (sqn ((X *m w) + (- y))) + eps * dot (2%:R *: (r *m w^T)) d_X.
Proof. prove. Qed.

(** inverse-differential: a04f7cad1ffee9b8 *)
Theorem inverse_differential
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (dX : 'M[R]_n)
    (small : eps * eps = 0)
    (invertible : X \in unitmx) :
  (invmx (X + eps *: dX)) = (invmx X) + eps *: (- ((invmx X) *m dX *m (invmx X))).
Proof. prove. Qed.

(** inverse-form-by-differentials, line 1: e00268fb2e147f03 *)
Theorem inverse_form_by_differentials_line_1
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (dX : 'M[R]_n)
    (a : 'cV[R]_n)
    (b : 'cV[R]_n)
    (small : eps * eps = 0)
    (invertible : X \in unitmx) :
  (dot a ((invmx (X + eps *: dX)) *m b)) = (dot a ((invmx X) *m b)) + eps * (- (dot a ((invmx X) *m dX *m (invmx X) *m b))).
Proof. prove. Qed.

(** inverse-form-by-differentials, line 2: 5a52db79da7b6862 *)
Theorem inverse_form_by_differentials_line_2
    (R : comUnitRingType)
    (n : nat)
    (a : 'cV[R]_n)
    (X : 'M[R]_n)
    (dX : 'M[R]_n)
    (b : 'cV[R]_n)
    (invertible : X \in unitmx) :
  (- (dot a ((invmx X) *m dX *m (invmx X) *m b))) = (- (\tr ((invmx X) *m b *m a^T *m (invmx X) *m dX))) :> R.
Proof. prove. Qed.

(** inverse-form-gradient: 9df228ceb7139307 *)
Theorem inverse_form_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (d_X : 'M[R]_n)
    (a : 'cV[R]_n)
    (b : 'cV[R]_n)
    (small : eps * eps = 0)
    (invertible : X^T \in unitmx)
    (invertible_2 : X \in unitmx) :
  (dot a ((invmx (X + eps *: d_X)) *m b)) = (dot a ((invmx X) *m b)) + eps * dot (- ((invmx X^T) *m a *m b^T *m (invmx X^T))) d_X.
Proof. prove. Qed.

(** jacobi-formula: 6be9b5e045de1858 *)
Theorem jacobi_formula
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (dX : 'M[R]_n)
    (small : eps * eps = 0)
    (invertible : X \in unitmx) :
  (\det (X + eps *: dX)) = (\det X) + eps * ((\det X) * (\tr ((invmx X) *m dX))).
Proof. prove. Qed.

(** determinant-gradient: 274de416a3c37ede *)
Theorem determinant_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (d_X : 'M[R]_n)
    (small : eps * eps = 0)
    (invertible : X^T \in unitmx)
    (invertible_2 : X \in unitmx) :
  (\det (X + eps *: d_X)) = (\det X) + eps * dot ((\det X) *: (invmx X^T)) d_X.
Proof. prove. Qed.

(** log-determinant-gradient: 8ed8092aabdcb413 *)
Theorem log_determinant_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (X : 'M[R]_n)
    (d_X : 'M[R]_n)
    (log : R -> R)
    (small : eps * eps = 0)
    (invertible : X \in unitmx)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit : ((\det X) : R) \is a GRing.unit) :
  (log (\det (X + eps *: d_X))) = (log (\det X)) + eps * dot (invmx X)^T d_X.
Proof. prove. Qed.

(** precision-gradient: 5c36da82d05db6bd *)
Theorem precision_gradient
    (R : comUnitRingType)
    (n : nat)
    (Lambda : 'M[R]_n)
    (S : 'M[R]_n)
    (eps : R)
    (d_Lambda : 'M[R]_n)
    (log : R -> R)
    (symmetric : Lambda^T = Lambda)
    (symmetric_2 : S^T = S)
    (small : eps * eps = 0)
    (invertible : Lambda \in unitmx)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit : ((\det Lambda) : R) \is a GRing.unit) :
  ((log (\det (Lambda + eps *: d_Lambda))) + (- (\tr (S *m (Lambda + eps *: d_Lambda))))) = ((log (\det Lambda)) + (- (\tr (S *m Lambda)))) + eps * dot ((invmx Lambda) + (- S)) d_Lambda.
Proof. prove. Qed.

Print Assumptions trace_inner_product.
Print Assumptions transpose_differential.
Print Assumptions trace_differential.
Print Assumptions matrix_product_rule.
Print Assumptions matrix_product_corner.
Print Assumptions trace_cyclic.
Print Assumptions trace_gradient_by_differentials_line_1.
Print Assumptions trace_gradient_by_differentials_line_2.
Print Assumptions trace_gradient_by_differentials_line_3.
Print Assumptions trace_gradient.
Print Assumptions trace_quadratic_by_differentials_line_1.
Print Assumptions trace_quadratic_by_differentials_line_2.
Print Assumptions trace_quadratic_by_differentials_line_3.
Print Assumptions trace_quadratic_gradient.
Print Assumptions frobenius_gradient.
Print Assumptions least_squares_by_differentials_line_1.
Print Assumptions least_squares_by_differentials_line_2.
Print Assumptions least_squares_gradient.
Print Assumptions least_squares_gradient_by_data.
Print Assumptions inverse_differential.
Print Assumptions inverse_form_by_differentials_line_1.
Print Assumptions inverse_form_by_differentials_line_2.
Print Assumptions inverse_form_gradient.
Print Assumptions jacobi_formula.
Print Assumptions determinant_gradient.
Print Assumptions log_determinant_gradient.
Print Assumptions precision_gradient.
